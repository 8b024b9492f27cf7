import { fc } from '@fast-check/vitest'
import { Cell, equal, nock, printNoun, reference } from '../../../nock/index.js'
import { copyOf } from '../../../runtime/verify/copies.js'
import { type Pair } from '../../_kit/formulas.js'
import { type Evaluate, type Outcome, printOutcome } from '../../_kit/outcome.js'
import { type Oracle } from './oracle.js'
import { asked } from './pairs.js'
import { readNoun, written } from './wire.js'

/** How far the reference goes, in reductions; what takes more is left out. */
export const STEPS = 3_000

/** Reductions inside one another: the definition's rules 6, 9 and 11 take a few where the reference takes one. */
export const FUEL = 10 * STEPS

/** Pairs that are drawn, asked and compared together. */
const CHUNK = 1_000

/** A pair, and what the oracle says of it. */
export interface Answered {
  readonly pair: Pair
  readonly said: string
}

/** Some pairs, and what came of them. */
export interface Chunk {
  readonly answered: readonly Answered[]
  /** What the reference and the machine come to, where it is not what the oracle says. */
  readonly differences: readonly string[]
  readonly values: number
  /** Those that took too long, and were not asked. */
  readonly leftOut: number
}

/** Draws pairs, asks the oracle, and compares both interpreters with it, a chunk after the other, for ever. */
export async function* agreement(oracle: Oracle, seed: number): AsyncGenerator<Chunk> {
  for (let n = 0; ; n++) {
    const drawn = fc.sample(asked, { numRuns: CHUNK, seed: seed + n })
    const ended = drawn.flatMap((pair) => {
      const outcome = reference(pair.subject, pair.formula, { budget: { steps: STEPS } })
      return isOver(outcome) ? [] : [{ pair, outcome }]
    })
    const answer = oracle.ask(ended.map(({ pair }) => written(new Cell(pair.subject, pair.formula))))
    const machine = ended.map(({ pair }) => evaluated(nock, pair))
    const said = await answer
    yield {
      answered: ended.map(({ pair }, i) => ({ pair, said: said[i]! })),
      differences: ended.flatMap(({ pair, outcome }, i) => [
        ...told('the reference', outcome, pair, said[i]!),
        ...told('the machine', machine[i]!, pair, said[i]!),
      ]),
      values: said.filter((line) => line !== 'crash').length,
      leftOut: drawn.length - ended.length,
    }
  }
}

/** On cells of its own: whoever compares nouns may make one of two. */
export const evaluated = (evaluate: Evaluate, { subject, formula }: Pair, steps = Infinity): Outcome =>
  evaluate(copyOf(subject), copyOf(formula), { budget: { steps } })

/** Is this what the oracle says? */
export const agrees = (outcome: Outcome, said: string): boolean =>
  outcome._tag === 'Left'
    ? said === 'crash' && !isOver(outcome)
    : said !== 'crash' && said !== 'fuel' && equal(outcome.right, readNoun(said))

const isOver = (outcome: Outcome): boolean => outcome._tag === 'Left' && outcome.left.why === 'budget'

const told = (who: string, outcome: Outcome, { subject, formula }: Pair, said: string): readonly string[] =>
  agrees(outcome, said)
    ? []
    : [
        `subject ${printNoun(subject, { limit: 1_000 })} formula ${printNoun(formula, { limit: 1_000 })}: ` +
          `the oracle says ${said.slice(0, 200)}, ${who} ${printOutcome(outcome).slice(0, 500)}`,
      ]
