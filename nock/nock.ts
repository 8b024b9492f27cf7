import { type Budget } from './budget.js'
import { type Crash, crashOf } from './crash.js'
import { type Either, left, right } from './either.js'
import { first } from './first.js'
import { type Jets } from './jet.js'
import { run } from './machine/run.js'
import { type Noun } from './noun.js'

export interface NockOptions {
  readonly jets?: Jets | undefined
  readonly budget?: Budget | undefined
}

/**
 * The product of a formula on a subject, by the machine: the fast interpreter, that everything runs on. It gives
 * what {@link reference} gives, values and crashes, for every subject and formula. A process's first evaluation is
 * the reference's where it is short (`first.ts`).
 *
 * @param subject any noun
 * @param formula any noun; most are no formulas and crash
 * @param options `jets`: native code to use for the formulas that it stands for (none unless given);
 *   `budget`: ends an evaluation that would go past it, in a crash that says so (none unless given)
 * @returns the product, or the crash: which rule, at which axis, on which noun
 * @example
 * nock(41, parseNoun('[4 0 1]').right) // right(42)
 */
export const nock = (subject: Noun, formula: Noun, options: NockOptions = {}): Either<Crash, Noun> => {
  const short =
    options.jets === undefined && options.budget === undefined ? first(subject, formula) : undefined
  if (short !== undefined) return short
  try {
    return right(run(subject, formula, options.jets, options.budget ?? {}))
  } catch (thrown) {
    return left(crashOf(thrown, subject, formula))
  }
}
