import { Cell, type Noun, isCell } from '../../nock/index.js'

/** An equal noun of new cells. What is shared in the one is shared in the other. */
export const copyOf = (noun: Noun): Noun => rebuilt(noun, (head, tail) => new Cell(head, tail))

/** An equal noun of new cells, in which all equal parts are one. */
export const sharedCopyOf = (noun: Noun): Noun => {
  const byHead = new Map<Noun, Map<Noun, Cell>>()
  return rebuilt(noun, (head, tail) => {
    const byTail = byHead.get(head) ?? new Map<Noun, Cell>()
    byHead.set(head, byTail)
    const cell = byTail.get(tail) ?? new Cell(head, tail)
    byTail.set(tail, cell)
    return cell
  })
}

/** An equal noun of new cells, no two parts of which are one; undefined if it takes more cells than these. */
export const unsharedCopyOf = (noun: Noun, most: number): Noun | undefined => {
  if (!isCell(noun)) return noun
  const fresh = (part: Cell): Cell => new Cell(part.head, part.tail)
  const root = fresh(noun)
  const pending = [root]
  for (let made = 1; pending.length > 0;) {
    const cell = pending.pop()!
    if (isCell(cell.head)) {
      cell.head = fresh(cell.head)
      pending.push(cell.head)
      made++
    }
    if (isCell(cell.tail)) {
      cell.tail = fresh(cell.tail)
      pending.push(cell.tail)
      made++
    }
    if (made > most) return undefined
  }
  return root
}

/** A noun with another in all places where it has this very part. */
export const substituted = (noun: Noun, part: Noun, by: Noun): Noun =>
  rebuilt(noun, (head, tail) => new Cell(head, tail), part, by)

/**
 * A noun made anew from below, each of its cells once; one part of it, if so said, becomes something else.
 */
const rebuilt = (noun: Noun, make: (head: Noun, tail: Noun) => Cell, from?: Noun, to?: Noun): Noun => {
  const copies = new Map<Cell, Cell>()
  const copied = (part: Noun) => (part === from ? to : isCell(part) ? copies.get(part) : part)
  const pending = [noun]
  while (pending.length > 0) {
    const part = pending.pop()!
    if (copied(part) !== undefined || !isCell(part)) continue
    const head = copied(part.head)
    const tail = copied(part.tail)
    if (head !== undefined && tail !== undefined) copies.set(part, make(head, tail))
    else pending.push(part, part.head, part.tail)
  }
  return copied(noun)!
}
