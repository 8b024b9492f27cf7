import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { COMMANDS, type Case, STATUS } from '../_kit/sv-cases.js'
import { transcript } from '../_kit/sv-transcript.js'
import { type Files, type Tree, supervise } from '../_kit/supervised.js'
import { makeService, temporaryDirectory } from '../runtime/supervise/service.js'
import { HAS_RUNIT, debianSv, ourSv, startRunsv } from '../runtime/sv/runit.js'

// Every command of `sv`, by Debian's and by ours, under our supervisor by either policy: what they print and how they end
// is what Debian's says under Debian's `runsv`, but where a case says otherwise.

const CASES = [...STATUS, ...COMMANDS]

const CLIENTS = { debian: debianSv, ours: ourSv }

/** The name of a client's own service in a case. */
const nameOf = (one: Case, client: string): string => `case-${CASES.indexOf(one)}-${client}`

const services = (policy: 'sv' | 'runit'): Readonly<Record<string, Files>> =>
  Object.fromEntries(
    CASES.filter(({ differs }) => differs?.[policy] !== 'never').flatMap((one) =>
      one.web === undefined ? [] : Object.keys(CLIENTS).map((client) => [nameOf(one, client), one.web!]),
    ),
  )

describe.skipIf(!HAS_RUNIT).each(['sv', 'runit'] as const)('the policy %s', (policy) => {
  let tree: Tree
  beforeAll(async () => {
    tree = await supervise(services(policy), '--policy', policy)
  })
  afterAll(() => tree[Symbol.asyncDispose]())

  test.concurrent.for(CASES.filter(({ differs }) => differs?.[policy] !== 'never'))(
    '$is',
    async (one, { expect, onTestFinished }) => {
      const said = (client: keyof typeof CLIENTS) =>
        transcript(
          one,
          CLIENTS[client],
          { services: tree.directory, name: nameOf(one, client) },
          onTestFinished,
        )
      const theirs = async () => {
        const services = temporaryDirectory(onTestFinished)
        if (one.web !== undefined)
          await startRunsv(makeService(join(services, 'web'), one.web), onTestFinished)
        return transcript(one, debianSv, { services, name: 'web' }, onTestFinished)
      }
      const expected = one.differs?.[policy] ?? theirs()
      const all = await Promise.all([said('debian'), said('ours'), expected])
      expect(all.slice(0, 2)).toEqual([all[2], all[2]])
    },
  )
})
