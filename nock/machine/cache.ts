import { type Jets } from '../jet.js'
import { type Cell } from '../noun.js'
import { type Code } from './code.js'
import { compile } from './compile.js'

/** A formula keeps its code under so many sets of jets at once; more are compiled anew in turn. */
const SETS = 4

/**
 * A formula's code under these jets, kept on the formula's own cell: it is compiled once for as long as that cell
 * lives, and goes with it.
 */
export const codeOf = (formula: Cell, jets: Jets | undefined): Code => {
  const memo = formula.memo
  if (typeof memo === 'number') {
    const code = compile(formula, jets)
    // compiling may have learned the mug
    const mug = typeof formula.memo === 'number' ? formula.memo : formula.memo.mug
    formula.memo = { mug, code }
    return code
  }
  const known = memo.code as Code
  if (known.jets === jets) return known
  let sets = 1
  for (let other = known.others; other !== undefined; other = other.others, sets++) {
    if (other.jets === jets) return other
  }
  const code = compile(formula, jets, sets < SETS ? known : undefined)
  memo.code = code
  return code
}
