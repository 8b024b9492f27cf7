import { type Budget } from '../../nock/budget.js'
import { crashOf } from '../../nock/crash.js'
import { type Jets } from '../../nock/jet.js'
import { run } from '../../nock/machine/run.js'
import { type Noun } from '../../nock/noun.js'
import { nouns, sites, unwinding } from '../../nock/machine/translation/unwinding.js'
import { type Outcome } from './outcome.js'
import { within } from './within.js'

interface Options {
  readonly jets?: Jets | undefined
  readonly budget?: Budget
  readonly hot: number
}

/** The machine, translating what is called so often. */
export const machine = (subject: Noun, formula: Noun, options: Options): Outcome => {
  try {
    return { _tag: 'Right', right: run(subject, formula, options.jets, options.budget ?? {}, options.hot) }
  } catch (thrown) {
    return { _tag: 'Left', left: crashOf(thrown, subject, formula) }
  }
}

/** The same; undefined where it does not come back within so many seconds. */
export const machineWithin = (
  seconds: number,
  subject: Noun,
  formula: Noun,
  options: Options,
): Outcome | undefined => {
  try {
    return within(seconds, () => machine(subject, formula, options))
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'))
      throw thrown
    // what it left in the middle of something
    sites.length = 0
    nouns.length = 0
    unwinding.left = undefined
    return undefined
  }
}
