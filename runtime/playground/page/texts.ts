import { type Noun, isCell, jam, mug, parseNoun } from '../../../nock/index.js'
import { type Texts } from '../texts.js'

/** Put in by the build. */
declare const TEXTS: Texts

export const { lessons } = TEXTS

const formulas = new Map(TEXTS.formulas)

export const formulaTexts: readonly string[] = [...formulas.values()]

/** The names of the package's formulas. */
export const names: readonly string[] = [...formulas.keys()]

/**
 * The formula of a name, read anew each time: so no two places in a formula are the same object, and one can be told
 * from the other.
 */
export const formulaOf = (name: string): Noun | undefined => {
  const text = formulas.get(name)
  const read = text === undefined ? undefined : parseNoun(text, { names: formulaOf })
  return read?._tag === 'Right' ? read.right : undefined
}

/** Reads the text of a noun in which the package's formulas go by their names. */
export const read = (text: string) => parseNoun(text, { names: formulaOf, known: names })

/**
 * The name of a formula, if it is one of the package's that does more than take a part. Its cells are left as they are:
 * `equal` would have it share them with the named one, and then they would not be told apart any more.
 */
export const nameOf = (formula: Noun): string | undefined => {
  if (!isCell(formula) || formula.head === 0) return undefined
  named ??= new Map(names.map((name) => [mug(formulaOf(name)!), name]))
  const name = named.get(mug(formula))
  return name !== undefined && jam(formulaOf(name)!) === jam(formula) ? name : undefined
}
let named: ReadonlyMap<number, string> | undefined
