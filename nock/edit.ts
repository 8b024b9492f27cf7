import { type Atom, Cell, type Noun, isCell } from './noun.js'
import { turns } from './axis.js'

/**
 * A noun with another in the place of its part at an axis (rule `#`). Undefined where there is no such place: at
 * axis 0, and below an atom.
 *
 *     #[1 a b]            a
 *     #[(a + a) b c]      #[a [b /[(a + a + 1) c]] c]
 *     #[(a + a + 1) b c]  #[a [/[(a + a) c] b] c]
 *
 * @example
 * edit(6, 9, cell(1, 2, 3)) // [1 9 3]
 */
export const edit = (axis: Atom, value: Noun, target: Noun): Noun | undefined => {
  if (axis === 0) return undefined
  const way = turns(axis)
  const passed: Cell[] = []
  let part = target
  for (const turn of way) {
    if (!isCell(part)) return undefined
    passed.push(part)
    part = turn === '1' ? part.tail : part.head
  }
  let edited = value
  for (let i = passed.length - 1; i >= 0; i--) {
    edited = way[i] === '1' ? new Cell(passed[i]!.head, edited) : new Cell(edited, passed[i]!.tail)
  }
  return edited
}
