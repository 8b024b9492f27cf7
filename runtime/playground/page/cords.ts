import { type Atom, isAtom, parseNoun } from '../../../nock/index.js'

/**
 * The atoms that are written as text somewhere in these texts: they are shown as text again, others as numbers.
 *
 * @example
 * [...cordsIn(['[%web 0 0]'])].join() === '6448503'
 */
export const cordsIn = (texts: readonly string[]): ReadonlySet<Atom> => {
  const cords = new Set<Atom>()
  for (const text of texts) {
    for (const [token] of text.matchAll(/;.*|%[a-z][a-z0-9-]*|'(?:\\.|[^'\\\n])*'/g)) {
      const read = parseNoun(token)
      if (read._tag === 'Right' && isAtom(read.right) && read.right > 0xff) cords.add(read.right)
    }
  }
  return cords
}
