import { type Noun, isAtom, isCell } from '../noun.js'

/** The lines of the definition, by the number of the rule. */
const LINES = [
  '*[a 0 b]            /[b a]',
  '*[a 1 b]            b',
  '*[a 2 b c]          *[*[a b] *[a c]]',
  '*[a 3 b]            ?*[a b]',
  '*[a 4 b]            +*[a b]',
  '*[a 5 b c]          =[*[a b] *[a c]]',
  '*[a 6 b c d]        *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]',
  '*[a 7 b c]          *[*[a b] c]',
  '*[a 8 b c]          *[[*[a b] a] c]',
  '*[a 9 b c]          *[*[a c] 2 [0 1] 0 b]',
  '*[a 10 [b c] d]     #[b *[a c] *[a d]]',
] as const
const CELL = '*[a [b c] d]        [*[a b c] *[a d]]'
const DYNAMIC_HINT = '*[a 11 [b c] d]     *[[*[a c] *[a d]] 0 3]'
const STATIC_HINT = '*[a 11 b c]         *[a c]'
const ELSE = '*a                  *a'

/**
 * The line of the definition by which a formula is reduced, as it is printed there.
 *
 * @example
 * definitionLine(cell(4, 0, 1)) === '*[a 4 b]            +*[a b]'
 */
export const definitionLine = (formula: Noun): string => {
  if (isAtom(formula)) return ELSE
  const { head: rule, tail } = formula
  if (isCell(rule)) return CELL
  if (rule === 11) return isCell(tail) && isCell(tail.head) ? DYNAMIC_HINT : STATIC_HINT
  return (typeof rule === 'number' ? LINES[rule] : undefined) ?? ELSE
}
