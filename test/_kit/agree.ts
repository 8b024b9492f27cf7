import { fc } from '@fast-check/vitest'
import { afterAll, describe, expect, test } from 'vitest'
import { arithmeticJets } from '../../jets/arithmetic/index.js'
import { nock } from '../../nock/nock.js'
import { reference } from '../../nock/reference.js'
import { copyOf } from '../../runtime/verify/copies.js'
import { Pair, hot, pairs } from './formulas.js'
import { machine } from './machines.js'
import { type Outcome, kindOf, printOutcome, sameOutcome } from './outcome.js'
import { Tally } from './tally.js'

/** How much is compared, and with which seed. */
export interface Agreement {
  /** Pairs of a subject and a formula, most of which end soon. */
  readonly pairs: number
  /** Loops of up to a thousand turns. */
  readonly loops: number
  readonly chunks: number
  readonly seed: number
}

/** How far the reference goes. */
const STEPS = 20_000

/** So many calls, and the machine translates: nearly at once, so that short loops are translated, too. */
const SOON = 3

/** Every kind of crash but those of jets and budgets; rules 1, 3 and 4 take any argument. */
const CRASHES = ['axis 0', 'axis 9', 'axis 10', 'increment 4', 'test 6', 'formula'].concat(
  [0, 2, 5, 6, 7, 8, 9, 10, 11].map((rule) => `formula ${rule}`),
)

/** Tests that the machine comes to what the reference comes to, on generated pairs, and prints how they ended. */
export const agreement = ({ pairs: many, loops, chunks, seed }: Agreement): void => {
  describe(`the machine agrees with the reference, seed ${seed}`, () => {
    const each = Array.from({ length: chunks }, (_, chunk) => chunk)
    const ended = { pairs: new Tally(), loops: new Tally() }

    test.each(each)('on pairs, chunk %s', { timeout: 600_000 }, (chunk) => {
      const agrees = fc.property(pairs, (pair) =>
        agree(pair, [chunk % 2 === 0 ? AS_IT_IS : way((chunk - 1) / 2)], ended.pairs),
      )
      fc.assert(agrees, { numRuns: Math.ceil(many / chunks), seed: seed + chunk })
    })

    test.each(each)('on loops, chunk %s', { timeout: 600_000 }, (chunk) => {
      const agrees = fc.property(hot, (pair) => agree(pair, [way(chunk), way(chunk + 1)], ended.loops))
      fc.assert(agrees, { numRuns: Math.ceil(loops / chunks), seed: seed + chunk })
    })

    test('most of which have a value', () => {
      expect(ended.pairs.seen('value')).toBeGreaterThan(many / 2)
      expect(ended.pairs.seen('budget')).toBeLessThan(many / 50)
      expect(ended.loops.seen('value')).toBeGreaterThan(loops / 2)
      expect(ended.loops.seen('budget')).toBeLessThan(loops / 5)
    })

    test('and of which many run something more than 300 times', () => {
      const share = Math.ceil(Math.min(loops, 1_000))
      const often = fc.sample(hot, { numRuns: share, seed }).filter((pair) => mostRuns(pair) > 300)
      expect(often.length).toBeGreaterThan(share / 20)
    })

    test.runIf(many >= 50_000)('and which crash in every way', () => {
      expect(CRASHES.filter((kind) => ended.pairs.seen(kind) === 0)).toEqual([])
      expect(CRASHES.filter((kind) => !kind.startsWith('formula ') && ended.loops.seen(kind) === 0)).toEqual(
        [],
      )
    })

    afterAll(() => {
      console.info(
        `seed ${seed}\n${many} pairs: ${ended.pairs.text()}\n${loops} loops: ${ended.loops.text()}`,
      )
    })
  })
}

/** A way to evaluate a pair of which the reference says what it comes to, in so many steps. */
interface Way {
  readonly name: string
  readonly evaluate: (pair: Pair, steps: number) => Outcome
  /** A jet has the value of its formula, and may have one where that has none. */
  readonly valuesOnly?: boolean
}

const AS_IT_IS: Way = { name: 'as it is', evaluate: ({ subject, formula }) => nock(subject, formula) }

/** What the chunks do in turn. */
const WAYS: readonly Way[] = [
  {
    name: 'translating soon, on a budget that is enough for the reference',
    evaluate: ({ subject, formula }, steps) => machine(subject, formula, { hot: SOON, budget: { steps } }),
  },
  { name: 'translating soon', evaluate: ({ subject, formula }) => machine(subject, formula, { hot: SOON }) },
  {
    name: 'translating soon, the third time',
    evaluate: ({ subject, formula }) => {
      machine(subject, formula, { hot: SOON })
      machine(subject, formula, { hot: SOON })
      return machine(subject, formula, { hot: SOON })
    },
  },
  {
    name: 'with jets',
    evaluate: ({ subject, formula }) => machine(subject, formula, { hot: SOON, jets: arithmeticJets }),
    valuesOnly: true,
  },
]

const way = (chunk: number): Way => WAYS[chunk % WAYS.length]!

/** Evaluates a pair by the reference and these ways, and compares. */
const agree = (pair: Pair, ways: readonly Way[], tally: Tally): void => {
  // each on cells of its own: whoever compares nouns may make one of two, and the machine goes by which is which
  const copies = ways.map(() => copied(pair))
  let steps = 0
  const watch = { begin: () => void steps++, end: () => undefined }
  const wanted = reference(pair.subject, pair.formula, { budget: { steps: STEPS }, watch })
  tally.add(kindOf(wanted))
  if (kindOf(wanted) === 'budget') return agreeFurther(pair)
  ways.forEach(({ name, evaluate, valuesOnly }, i) => {
    if (valuesOnly && wanted._tag === 'Left') return
    expect(difference(name, wanted, evaluate(copies[i]!, steps))).toBeUndefined()
  })
}

/** Where the reference comes to no end the machine may, since it does less; but to no other. */
const agreeFurther = (pair: Pair): void => {
  const found = machine(pair.subject, pair.formula, { hot: SOON, budget: { steps: STEPS } })
  if (kindOf(found) === 'budget') return
  const { subject, formula } = copied(pair)
  const wanted = reference(subject, formula, { budget: { steps: 10 * STEPS } })
  if (kindOf(wanted) !== 'budget') expect(difference('further', wanted, found)).toBeUndefined()
}

const copied = ({ subject, formula }: Pair): Pair => new Pair(copyOf(subject), copyOf(formula))

const difference = (how: string, wanted: Outcome, found: Outcome): string | undefined =>
  sameOutcome(wanted, found)
    ? undefined
    : `the reference: ${printOutcome(wanted)}\nthe machine, ${how}: ${printOutcome(found)}`

/** How often one formula was evaluated, the one that was most often. */
const mostRuns = ({ subject, formula }: Pair): number => {
  const runs = new Map<unknown, number>()
  const begin = (_: unknown, begun: unknown): void => void runs.set(begun, (runs.get(begun) ?? 0) + 1)
  reference(subject, formula, { budget: { steps: STEPS }, watch: { begin, end: () => undefined } })
  return Math.max(...runs.values())
}
