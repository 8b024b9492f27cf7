import { type Atom, Cell, type Noun, atom } from '../../../nock/index.js'

/**
 * A noun as the oracle reads and writes it; see main.ml. What is one cell in memory is written once.
 *
 * @example
 * written(cell(10, 255)) === 'a ff .'
 */
export const written = (noun: Noun): string => {
  const words: string[] = []
  const numbers = new Map<Cell, number>()
  const pending: (Noun | { readonly end: Cell })[] = [noun]
  while (pending.length > 0) {
    const next = pending.pop()!
    if (typeof next !== 'object') words.push(next.toString(16))
    else if ('end' in next) {
      words.push('.')
      numbers.set(next.end, numbers.size)
    } else {
      const number = numbers.get(next)
      if (number === undefined) pending.push({ end: next }, next.tail, next.head)
      else words.push(`@${number}`)
    }
  }
  return words.join(' ')
}

/**
 * The noun that such words say.
 *
 * @throws Error where they say none
 */
export const readNoun = (line: string): Noun => {
  const [cells, stack]: [Cell[], Noun[]] = [[], []]
  for (const word of line.split(' ')) {
    if (word === '.') {
      const [tail, head] = [stack.pop(), stack.pop()]
      if (head === undefined || tail === undefined) throw unreadable(line)
      const made = new Cell(head, tail)
      cells.push(made)
      stack.push(made)
    } else if (word.startsWith('@')) {
      const made = cells[Number(word.slice(1))]
      if (made === undefined) throw unreadable(line)
      stack.push(made)
    } else {
      if (!/^[0-9a-f]+$/.test(word)) throw unreadable(line)
      stack.push(atomOfHex(word))
    }
  }
  if (stack.length !== 1) throw unreadable(line)
  return stack[0]!
}

const atomOfHex = (hex: string): Atom =>
  hex.length < 14 ? Number.parseInt(hex, 16) : atom(BigInt(`0x${hex}`))

const unreadable = (line: string): Error => new Error(`the oracle answers ${line.slice(0, 200)}`)
