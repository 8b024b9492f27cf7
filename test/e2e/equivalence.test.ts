import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { byFormulas } from '../_kit/formulas-in-memory.js'
import { ANNOUNCED, look, perform, settle } from '../_kit/observer.js'
import { HAS_RUNIT, runit } from '../_kit/runit.js'
import { supervise } from '../_kit/supervised.js'
import { type Command, type Seen, model } from '../_kit/two-states.js'

// The specification asks that three implementations be equivalent: a model of its two states, the formulas, and runit's
// `runsv` in C. Each has the same histories of commands, and the same is to be seen of each after each command. Where
// they differ by design is in differences.test.ts.

// RUNOCK_SEED: the seed that a run has printed
const seed = Number(process.env['RUNOCK_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = 5000
const HISTORIES = 40
const LENGTH = 10

const COMMANDS: readonly Command[] = ['up', 'down', 'restart', 'crash', 'wait']
const histories = (minLength: number, maxLength: number): fc.Arbitrary<Command[]> =>
  fc.array(fc.constantFrom(...COMMANDS), { minLength, maxLength })

/** What real processes go through: `runsv` waits a second between starts, so all of them side by side. */
const sample = fc.sample(fc.record({ up: fc.boolean(), history: histories(LENGTH, LENGTH) }), {
  seed,
  numRuns: HISTORIES,
})
const names = sample.map((_, i) => `s${i}`)
const services = Object.fromEntries(
  sample.map(({ up }, i) => [names[i]!, up ? { run: ANNOUNCED } : { run: ANNOUNCED, down: '' }]),
)
const wanted = sample.map(({ up, history }) => model(up, history))

/** What is seen of each service, and how many processes there are besides the supervisor's `own`. */
interface Sight {
  readonly seen: readonly (readonly Seen[])[]
  readonly processes: readonly number[]
}

/** Brings the first command to all services at once, then the second: one that waits does so amidst all others. */
const goThrough = async (
  tree: { path(name: string): string; processes(): readonly number[] },
  own: number,
): Promise<Sight> => {
  const paths = names.map((name) => tree.path(name))
  const seen: Seen[][] = paths.map(() => [])
  const processes: number[] = []
  const lookAtAll = (): void => {
    for (const [i, path] of paths.entries()) seen[i]!.push(look(path))
    processes.push(tree.processes().length - own)
  }
  await Promise.all(paths.map(settle))
  lookAtAll()
  for (let n = 0; n < LENGTH; n++) {
    await Promise.all(paths.map((path, i) => perform(path, sample[i]!.history[n]!)))
    lookAtAll()
  }
  return { seen, processes }
}

/** A whole history in a line: after each command the state, and which start of how many the process is from. */
const told = (seen: readonly Seen[], i: number): string =>
  seen
    .map(({ state, pid, starts, twice }, n) => {
      const command = n === 0 ? names[i]! : sample[i]!.history[n - 1]!
      return `${command}: ${state} ${pid}/${starts}${twice ? ' twice' : ''}`
    })
    .join(', ')

const isWhatTheModelSays = ({ seen, processes }: Sight): void => {
  expect(seen.map(told)).toEqual(wanted.map(told))
  const up = processes.map((_, n) => wanted.filter((one) => one[n]!.state === 'up').length)
  expect(processes).toEqual(up)
}

describe(`model, Nock, C; seed ${seed}`, () => {
  test(`Nock, the formulas, does what the model does: ${RUNS} histories`, () => {
    fc.assert(
      fc.property(fc.boolean(), histories(0, 40), fc.boolean(), (up, history, late) => {
        expect(byFormulas(up, history, late)).toEqual(model(up, history))
      }),
      { seed, numRuns: RUNS },
    )
  })

  test('every command comes upon a service that is up, and upon one that is down', () => {
    const met = sample.flatMap(({ history }, i) =>
      history.map((command, n) => `${command} ${wanted[i]![n]!.state}`),
    )
    const all = COMMANDS.flatMap((command) => [`${command} up`, `${command} down`])
    expect([...new Set(met)].sort()).toEqual(all.sort())
  })

  test(`Nock, in our supervisor, does what the model does: ${HISTORIES} histories of processes`, async () => {
    await using tree = await supervise(services)
    isWhatTheModelSays(await goThrough(tree, 1))
  })

  test.skipIf(!HAS_RUNIT)(
    `C, Debian’s runsv, does what the model does: ${HISTORIES} histories of processes`,
    async () => {
      await using tree = await runit(services)
      isWhatTheModelSays(await goThrough(tree, 1 + HISTORIES))
    },
  )
})
