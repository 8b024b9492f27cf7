import { turns } from './axis.js'
import { type Atom, type Noun, isCell } from './noun.js'
import { printNoun } from './print.js'

/** How much is shown of a noun beside the part in question, and of the line on either side of it, in characters. */
const BESIDE = 60
const WIDE = 36

/**
 * The text of a noun and, in a line under it, carets under the part at an axis. Of a long text it is what is near that part.
 *
 * @param axis of a part that is there
 * @example
 * caret(parseNoun('[4 0 6]').right, 3).join('\n') === '[4 0 6]\n   ^^^'
 */
export const caret = (noun: Noun, axis: Atom): readonly [text: string, carets: string] => {
  let [before, after] = ['', '']
  let part = noun
  /** To the right there are no brackets. */
  let isBare = false
  for (const turn of turns(axis)) {
    if (!isCell(part)) break
    const [open, close] = isBare ? ['', ''] : ['[', ']']
    const isTail = turn === '1'
    before += isTail ? `${open}${printNoun(part.head, { limit: BESIDE })} ` : open
    after = (isTail ? close : ` ${bare(part.tail)}${close}`) + after
    part = isTail ? part.tail : part.head
    isBare = isTail
    before = before.slice(-10 * WIDE)
    after = after.slice(0, 10 * WIDE)
  }
  const shown = isBare ? bare(part) : printNoun(part, { limit: BESIDE })
  const start = before.length > WIDE ? '…' + before.slice(1 - WIDE) : before
  const end = after.length > WIDE ? after.slice(0, WIDE - 1) + '…' : after
  return [start + shown + end, ' '.repeat(start.length) + '^'.repeat(shown.length)]
}

const bare = (noun: Noun): string => {
  const text = printNoun(noun, { limit: BESIDE })
  return isCell(noun) ? text.slice(1, -1) : text
}
