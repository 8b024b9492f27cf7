import { once } from 'node:events'
import { renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { COMMANDS, type Case, SLEEP, STATUS, isUp, web } from '../../_kit/sv-cases.js'
import { transcript } from '../../_kit/sv-transcript.js'
import { makeService, temporaryDirectory, until } from '../supervise/service.js'
import { HAS_RUNIT, debianSv, isSupervised, ourSv, startRunsv, statusOf } from './runit.js'

// Each case twice, side by side: once for Debian's `sv`, once for ours, each with a `runsv` of its own; what they
// print and how they exit must be the same, but for pids and seconds.

/** What only a `runsv` of one's own puts up with. */
const OWN: readonly Case[] = [
  { is: 'a service that nobody has had', web, supervised: false, argv: ['status web', 'up web', 'exit web'] },
  {
    is: 'a service whose status is cut off',
    web,
    prepare: (web) => writeFileSync(join(web, 'supervise/status'), 'short'),
    argv: ['status web', 'up web'],
  },
  {
    is: 'a service without a status',
    web,
    prepare: (web) => renameSync(join(web, 'supervise/status'), join(web, 'gone')),
    argv: ['status web'],
  },
  {
    is: 'a service whose status leads in a circle',
    web,
    prepare: (web) => {
      renameSync(join(web, 'supervise/status'), join(web, 'gone'))
      symlinkSync('status', join(web, 'supervise/status'))
    },
    argv: ['status web'],
  },
  {
    is: 'a service without control',
    web,
    prepare: (web) => renameSync(join(web, 'supervise/control'), join(web, 'gone')),
    argv: ['down web'],
  },
  {
    is: 'a service whose supervisor is gone',
    web,
    prepare: async (web, finished) => {
      const old = makeService(join(web, '../old'), { run: SLEEP })
      const runsv = await startRunsv(old, finished)
      await until(() => isUp(statusOf(old)!))
      runsv.kill('SIGKILL')
      await once(runsv, 'exit')
      await until(() => !isSupervised(old)) // the service itself holds it until it is loaded
    },
    argv: [
      'status old',
      'up old',
      'exit old',
      '-v exit old',
      'shutdown old',
      '-v down old',
      'check old',
      'force-shutdown old',
      'status web old',
    ],
  },
]

describe.skipIf(!HAS_RUNIT)('sv says what Debian’s sv says', () => {
  test.concurrent.for([...STATUS, ...COMMANDS, ...OWN])('$is', async (one, { expect, onTestFinished }) => {
    const said = async (client: typeof debianSv): Promise<readonly string[]> => {
      const services = temporaryDirectory(onTestFinished)
      const { web, supervised = true } = one
      if (web !== undefined) {
        makeService(join(services, 'web'), web)
        if (supervised) await startRunsv(join(services, 'web'), onTestFinished)
      }
      return transcript(one, client, { services, name: 'web' }, onTestFinished)
    }
    const [ours, debian] = await Promise.all([said(ourSv), said(debianSv)])
    expect(ours).toEqual(debian)
  })
})
