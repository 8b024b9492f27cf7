import { type Crash } from './crash.js'
import { type Either } from './either.js'
import { type Noun } from './noun.js'
import { reference } from './reference.js'

let isFirst = true

/** From here on no evaluation of this process is its first. */
export const begun = (): void => {
  isFirst = false
}

/** As many reductions as the reference does in the time that JavaScript's compiler takes over the machine. */
const FEW = { steps: 250, nouns: 250 }

/**
 * The first evaluation of a process, by the reference, where that needs few reductions: it has its product before
 * the machine itself would be compiled.
 *
 * @returns `undefined` where it is not the first, or no short one: it is the machine's
 */
export const first = (subject: Noun, formula: Noun): Either<Crash, Noun> | undefined => {
  if (!isFirst) return undefined
  begun()
  const product = reference(subject, formula, { budget: FEW })
  return product._tag === 'Left' && product.left.why === 'budget' ? undefined : product
}
