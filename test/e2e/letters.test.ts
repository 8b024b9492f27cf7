import { describe, expect, test } from 'vitest'
import { deafTo } from '../_kit/deaf.js'
import { control, lines } from '../_kit/observer.js'
import { HAS_RUNIT, runit } from '../_kit/runit.js'
import { type Files, signal, supervise, until } from '../_kit/supervised.js'
import { type Status } from '../../runtime/supervise/status.js'
import { statusOf } from '../runtime/sv/runit.js'

// What the letters of signals come to, under Debian's runit and here.

const SIGNALS = ['HUP', 'INT', 'QUIT', 'USR1', 'USR2', 'ALRM', 'CONT', 'WINCH']

/** As much as there is to be done to the service `web` of either. */
interface Side {
  readonly web: string
  /** Waits until its status is so. */
  readonly becomes: (what: string, is: (status: Status) => boolean) => Promise<Status>
  readonly send: (letters: string) => void
  readonly log: () => readonly string[]
}

const sideOf = (tree: { path(...parts: string[]): string }): Side => {
  const web = tree.path('web')
  return {
    web,
    becomes: (what, is) =>
      until(`web to be ${what}`, () => {
        const status = statusOf(web)
        return status !== undefined && is(status) && status
      }),
    send: (letters) => control(web, letters),
    log: () => lines(web, 'log'),
  }
}

const isUp = ({ state, pid }: Status): boolean => state === 'run' && pid !== 0

/** Waits until everything that was sent before is in the log: a shell goes through its traps by number, WINCH last. */
const heard = async ({ log }: Side, pid: number): Promise<readonly string[]> => {
  for (const times of [1, 2]) {
    signal(pid, 'SIGWINCH')
    await until('WINCH', () => log().filter((line) => line === 'WINCH').length === times)
  }
  return log()
}

const each = (title: string, web: Files, see: (side: Side) => Promise<void>): void => {
  describe(title, () => {
    test.skipIf(!HAS_RUNIT)('runit', async () => {
      await using tree = await runit({ web })
      await see(sideOf(tree))
    })

    test('runock', async () => {
      await using tree = await supervise({ web })
      await see(sideOf(tree))
    })
  })
}

each('c h i q 1 2 a: the signal, to the process', { run: deafTo(...SIGNALS) }, async (side) => {
  const { pid } = await side.becomes('up', isUp)
  await until('its traps', () => side.log().includes('ready'))
  side.send('chiq12ao') // the status shows o, and then all before it was heard
  await side.becomes('wanted once', ({ want }) => want === 'down')
  expect(new Set(await heard(side, pid))).toEqual(new Set(['ready', ...SIGNALS]))
})

each('p and c: paused, and no more', { run: deafTo('HUP') }, async (side) => {
  const { pid } = await side.becomes('up', isUp)
  await until('its traps', () => side.log().includes('ready'))
  side.send('p')
  await side.becomes('paused', ({ paused }) => paused)
  side.send('h')
  side.send('c')
  await side.becomes('no more paused', ({ paused }) => !paused)
  await until('HUP', () => side.log().includes('HUP'))
  expect(statusOf(side.web)).toMatchObject({ pid, state: 'run', want: 'up', gotTerm: false })
})

const SCRIPT = (code: number): string => `#!/bin/sh\necho "$0" >> log\nexit ${code}\n`

each(
  'control/: a script that ends with 0 takes the place of the signal',
  {
    run: deafTo('HUP', 'USR1', 'WINCH'),
    'control/h': SCRIPT(0),
    'control/1': SCRIPT(1),
    'control/p': SCRIPT(0),
  },
  async (side) => {
    const { pid } = await side.becomes('up', isUp)
    await until('its traps', () => side.log().includes('ready'))
    side.send('h1p')
    await side.becomes('paused, as far as the script says so', ({ paused }) => paused)
    const log = (await heard(side, pid)).map((line) => line.replace('./', ''))
    expect(new Set(log)).toEqual(new Set(['ready', 'control/h', 'control/1', 'USR1', 'control/p', 'WINCH']))
  },
)
