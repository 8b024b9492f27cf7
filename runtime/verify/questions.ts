import { type World, questionJet, questions } from '../../jets/index.js'
import { Cell, type Jet, cord } from '../../nock/index.js'
import { type Asking, askings } from './askings.js'
import { type Check } from './check-list.js'
import { generated } from './generated.js'
import { evaluator, liveWrong, tapeWrong } from './question-law.js'
import { shippedFormula } from './shipped.js'

/** As many subjects for each question's formula, about half of them on the empty tape. */
const RUNS = 2_000

/**
 * Checks the jet of a question against the formula of its name, in simulated operating systems. On a tape that is not
 * empty it is its formula, value or crash, and asks nothing. On the empty tape it puts the request `[tag sample]`,
 * once, and its product is `[0 answer]`: what the formula gives, by the reference and without jets, on the tape
 * `[[request answer] 0]`. An answer that comes later ends the evaluation with that request, and with the answer on
 * the tape it comes to the same.
 *
 * @param make the jet, given who answers
 */
export const questionCheck = (name: string, make: (world: World) => Jet): Check => {
  const tag = cord(name)
  const formula = shippedFormula(name)
  const evaluate = evaluator(make, formula)
  return generated<Asking>({
    name,
    runs: RUNS,
    arbitrary: askings(name),
    judge(asking, counts) {
      const { subject } = asking
      return typeof subject === 'object' && subject.head === 0
        ? liveWrong(evaluate, formula, new Cell(tag, subject.tail), asking, counts)
        : tapeWrong(evaluate, formula, subject, counts)
    },
  })
}

/** Every question of this package. */
export const questionChecks: readonly Check[] = questions.map(({ name }) =>
  questionCheck(name, (world) => questionJet(name, world)),
)
