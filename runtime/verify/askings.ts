import fc from 'fast-check'
import { type Noun, cell, cord } from '../../nock/index.js'
import { NAMES, tempers } from './history.js'
import { pair, trees } from './nouns.js'
import { type Temper } from './simulated-os.js'
import { taped } from './tapes.js'

/** A subject of a question's formula, `[tape sample]` or worse, and the world in which it is put. */
export interface Asking {
  readonly subject: Noun
  readonly seed: number
  readonly temper: Temper
  /** What happened to the services before, in order. */
  readonly before: readonly (readonly [what: (typeof BEFORE)[number], to: number])[]
}

const BEFORE = ['spawn', 'fork', 'leave', 'die'] as const

const pids = fc.nat(8)
const names = fc.constantFrom(...NAMES.map(cord), cord('x'))
const times = fc.constantFrom(0, 1, 300, 1_000, 5_000, 2 ** 31 - 1, 2 ** 31)
const namesAndTimes = pair(names, times)

/** What each question takes, and some that is just beyond. */
const samples: Readonly<Record<string, fc.Arbitrary<Noun>>> = {
  alive: pids,
  spawn: names,
  kill: pair(fc.constantFrom(9, 9, 9, 15, 0, 1, 64, 65), pids),
  'kill-tree': pair(fc.constantFrom(9, 9, 9, 15, 0, 1, 64, 65), pids),
  signal: pair(fc.constantFrom(1, 9, 15, 18, 19, 0, 64, 65), pids),
  control: fc
    .tuple(fc.constantFrom('t', 'h', '1', 'é', '', 'tt').map(cord), names, times)
    .map(([letter, name, time]) => cell(letter, name, time)),
  finish: namesAndTimes,
  finished: names,
  check: namesAndTimes,
  wait: namesAndTimes,
}

/** Mostly what the question takes, sometimes what it does not. */
export const samplesOf = (name: string): fc.Arbitrary<Noun> => {
  const good = samples[name] ?? trees
  return fc.oneof(
    { weight: 8, arbitrary: good },
    { weight: 1, arbitrary: pair(good, trees) },
    { weight: 1, arbitrary: trees },
  )
}

/** Subjects on every kind of tape; half of them on the empty one, where the jet asks. */
const subjectsOf = (name: string): fc.Arbitrary<Noun> => {
  const some = samplesOf(name)
  return fc.oneof(
    { weight: 9, arbitrary: some.map((sample) => cell(0, sample)) },
    { weight: 9, arbitrary: taped(name, some, fc.oneof(pids, trees)) },
    { weight: 1, arbitrary: trees },
  )
}

/** Subjects of a question's formula, in worlds where something has happened. */
export const askings = (name: string): fc.Arbitrary<Asking> =>
  fc.record({
    subject: subjectsOf(name),
    seed: fc.nat(),
    temper: tempers,
    before: fc.array(fc.tuple(fc.constantFrom(...BEFORE), fc.nat(NAMES.length - 1)), { maxLength: 6 }),
  })
