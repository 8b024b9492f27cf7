import * as E from 'fp-ts/lib/Either.js'
import { hoon } from '../../jets/hoon/index.js'
import { arithmetic } from '../../jets/index.js'
import { jetCheck } from './check.js'
import { type Check } from './check-list.js'
import { historyChecks } from './histories.js'
import { jetsOfModules } from './module.js'
import { questionChecks } from './questions.js'
import { refused } from './refused.js'

export { anySeed } from './check.js'

/** All that this package has to be checked: its jets, and the histories of its policies. */
export const shippedChecks: readonly Check[] = [
  ...arithmetic.map((jet) => jetCheck(jet)),
  // a gate's formula takes too long where the gates that it calls are formulas, too
  ...hoon.map((jet) => jetCheck(jet, { jets: hoon })),
  ...questionChecks,
  ...historyChecks,
]

/**
 * The checks of the jets in an engineer's modules, a failure for each that is not accepted; or what is wrong
 * with a module.
 *
 * @param onLoad is told which is loaded next
 */
export const moduleChecks = async (
  paths: readonly string[],
  onLoad?: (path: string) => void,
): Promise<E.Either<string, readonly Check[]>> => {
  const found = await jetsOfModules(paths, onLoad)
  if (E.isLeft(found)) return found
  const jets = found.right.flatMap((jet) => (E.isRight(jet) ? [jet.right] : []))
  return E.right(
    found.right.map((jet) => (E.isRight(jet) ? jetCheck(jet.right, { jets }) : refused(jet.left))),
  )
}
