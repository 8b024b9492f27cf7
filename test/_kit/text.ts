import { type Noun, type ParseOptions, parseNoun, showParseError } from '../../nock/index.js'

/**
 * The noun of a text.
 *
 * @throws Error with the place, when it is none
 */
export const nounOf = (text: string, options?: ParseOptions): Noun => {
  const parsed = parseNoun(text, options)
  if (parsed._tag === 'Left') throw new Error(showParseError(parsed.left))
  return parsed.right
}
