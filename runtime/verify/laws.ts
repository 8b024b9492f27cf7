import type { Arbitrary } from 'fast-check'
import { type DefinedJet, type JetError, defineJet, showJetError } from '../../jets/index.js'
import { type Either, type Noun } from '../../nock/index.js'
import { type CheckJetOptions, checkJet } from './check.js'
import { showFailure } from './show-failure.js'

/**
 * The law of jets as a test, for any test runner: `test('inc', () => jetLaws(inc, fc.nat()))`.
 *
 * @param jet as `defineJet` gives it; one that was not accepted fails
 * @param subjects on which the formula mostly has a value; the jet's own unless given
 * @param options as those of `checkJet`
 * @throws Error when the jet breaks the law; its message has the smallest subject that was found, and how to
 *   come back to it
 */
export const jetLaws = (
  jet: DefinedJet | Either<JetError, DefinedJet>,
  subjects?: Arbitrary<Noun>,
  options: CheckJetOptions = {},
): void => {
  // whatever was made by hand goes through the same door
  const defined = !('_tag' in jet) ? defineJet(jet) : jet._tag === 'Right' ? defineJet(jet.right) : jet
  if (defined._tag === 'Left') throw new Error(showJetError(defined.left))
  const { name, seed, failure } = checkJet(defined.right, {
    ...options,
    subjects: subjects ?? options.subjects,
  })
  if (failure === undefined) return
  const path = failure.path === undefined ? '' : `, path: '${failure.path}'`
  const error = new Error(`jet ${name}: ${showFailure(failure, `jetLaws(…, { seed: ${seed}${path} })`)}`)
  Error.captureStackTrace(error, jetLaws)
  throw error
}
