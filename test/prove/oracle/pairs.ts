import { fc } from '@fast-check/vitest'
import { Cell, type Noun, cell, list } from '../../../nock/index.js'
import { decider } from '../../../runtime/supervision/decide.js'
import { ServiceNoun } from '../../../runtime/supervision/service.js'
import { copyOf } from '../../../runtime/verify/copies.js'
import { formulaOf } from '../../_kit/book.js'
import { Pair, pairs } from '../../_kit/formulas.js'
import { answers, services, world } from '../../_kit/services.js'
import { trees } from '../../_kit/subjects.js'

const FORMULAS = ['start', 'stop', 'restart', 'observe', 'supervise', 'status', 'ready'].map(formulaOf)

const decide = decider()

/** A formula that ships, on a tape that a world has answered. */
const decisions: fc.Arbitrary<Pair> = fc
  .tuple(fc.constantFrom(...FORMULAS), services, answers)
  .map(([formula, service, answered]) => {
    const { tape } = decide(formula, service, [], world(answered).put)
    return new Pair(new Cell(list(tape), ServiceNoun.encode(service)), formula)
  })

/** Two long lists of cells of their own that are the same, or are but for one item. */
const long: fc.Arbitrary<readonly [Noun, Noun]> = fc
  .tuple(
    fc.array(trees, { minLength: 40, maxLength: 120, size: 'max' }),
    fc.option(fc.tuple(fc.nat(119), trees)),
  )
  .map(([items, change]) => {
    const changed = items.map((item, i) => (i === change?.[0] ? change[1] : copyOf(item)))
    return [list(items), list(changed)]
  })

/** A noun twice, and beside it another. */
const twice: fc.Arbitrary<readonly [Noun, Noun]> = fc
  .tuple(trees, trees)
  .map(([a, b]) => [cell(a, a), cell(a, b)])

const comparisons: fc.Arbitrary<Pair> = fc
  .oneof(long, twice)
  .map(([one, other]) => new Pair(cell(one, other), cell(5, cell(0, 2), cell(0, 3))))

/** What the oracle is asked: the pairs that the machine is held to, the formulas that ship, and comparisons. */
export const asked: fc.Arbitrary<Pair> = fc.oneof(
  { weight: 30, arbitrary: pairs },
  { weight: 1, arbitrary: decisions },
  { weight: 1, arbitrary: comparisons },
)
