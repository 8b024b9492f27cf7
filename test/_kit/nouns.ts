import { fc } from '@fast-check/vitest'

import { Cell, type Noun } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'

export { atoms } from '../../runtime/verify/atoms.js'
export { copyOf } from '../../runtime/verify/copies.js'
export { countdown, headward, nouns, sharedNouns } from '../../runtime/verify/nouns.js'

// So that a counterexample is shown as a noun.
Object.defineProperty(Cell.prototype, fc.toStringMethod, {
  value(this: Cell) {
    return printNoun(this, { limit: 1000 })
  },
})

/** A balanced tree with 2^depth leaves, the leaf i being the atom i. */
export const tree = (depth: number, first = 0): Noun =>
  depth === 0 ? first : new Cell(tree(depth - 1, first), tree(depth - 1, first + 2 ** (depth - 1)))

/** A noun of so many cells that has 2^depth atoms written out, every one of them this. */
export const doubled = (depth: number, leaf: Noun = 0): Noun => {
  let noun = leaf
  for (let i = 0; i < depth; i++) noun = new Cell(noun, noun)
  return noun
}
