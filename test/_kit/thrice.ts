import { machine } from './machines.js'
import { type Evaluate, kindOf, printOutcome, sameOutcome } from './outcome.js'

/** The machine, which translates at the second call: an evaluation is done three times, and comes to the same thrice. */
export const thrice: Evaluate = (subject, formula, options) => {
  const evaluate = () => machine(subject, formula, { ...options, hot: 1 })
  const [first, second, third] = [evaluate(), evaluate(), evaluate()]
  for (const again of [second, third]) {
    // where a budget ends depends on how much was done
    if (!sameOutcome(first, again) && !(kindOf(first) === 'budget' && kindOf(again) === 'budget')) {
      throw new Error(`first: ${printOutcome(first)}\nthen: ${printOutcome(again)}`)
    }
  }
  return third
}
