import { type Noun, cell } from '../../nock/noun.js'

/** Formulas with the product of the one that they are made around. */
export const LEVELS: readonly ((inner: Noun) => Noun)[] = [
  (f) => cell(7, cell(0, 1), f),
  (f) => cell(7, f, 0, 1),
  (f) => cell(8, cell(0, 1), 7, cell(0, 3), f),
  (f) => cell(8, f, 0, 2),
  (f) => cell(6, cell(1, 0), f, 0, 0),
  (f) => cell(6, cell(3, 1, 0), cell(0, 0), f),
  (f) => cell(2, cell(0, 1), 1, f),
  (f) => cell(7, cell(f, 1, 0), 0, 2),
  (f) => cell(10, cell(1, f), 0, 1),
  (f) => cell(11, 1, f),
]

/** So many levels around a formula, of these kinds in turn. */
export const padded = (formula: Noun, levels: number, pattern: readonly number[]): Noun => {
  let padded = formula
  for (let i = 0; i < levels; i++) padded = LEVELS[pattern[i % pattern.length]!]!(padded)
  return padded
}
