import { type Atom, type Noun, isCell, peg, printNoun } from '../../../nock/index.js'

/** A part of a noun, where it is drawn. Lengths are in pixels. */
export interface Placed {
  readonly axis: Atom
  /** What it reads; of a cell whose parts are drawn, nothing. */
  readonly text: string
  readonly x: number
  readonly y: number
  /** The one above it; the whole has none. */
  readonly above: Placed | undefined
}

export interface Layout {
  /** From the whole downwards, and from the left. */
  readonly placed: readonly Placed[]
  readonly width: number
  readonly height: number
}

/** So many parts are drawn, from the whole downwards; what is below is told by `…`. */
const MOST = 150
/** So many levels. */
const DEEPEST = 40
const LEVEL = 42
const MARGIN = 18

/**
 * Where the parts of a noun are drawn: each below the cell that it is in, the head to the left of the tail.
 *
 * @param cords atoms that are shown as text
 * @example
 * layout(cell(1, 2), new Set()).placed.map(({ axis }) => axis).join() === '1,2,3'
 */
export const layout = (noun: Noun, cords: ReadonlySet<Atom>): Layout => {
  const drafts = drafted(noun, cords)
  const [root] = drafts
  let right = MARGIN
  /** Leaves one after another, and a cell over the middle of its parts. */
  const place = (draft: Draft): number => {
    const { parts, text } = draft
    if (parts !== undefined) draft.x = (place(parts[0]) + place(parts[1])) / 2
    else {
      const half = widthOf(text) / 2
      draft.x = right + half
      right += 2 * half + 10
    }
    return draft.x
  }
  place(root!)

  const done = new Map<Draft, Placed>()
  for (const draft of drafts) {
    const { axis, text, x, level, above } = draft
    done.set(draft, { axis, text, x, y: MARGIN + 8 + level * LEVEL, above: above && done.get(above) })
  }
  const deepest = Math.max(...drafts.map(({ level }) => level))
  return { placed: [...done.values()], width: right - 10 + MARGIN, height: 2 * MARGIN + 12 + deepest * LEVEL }
}

/** How wide the field of a text is. */
export const widthOf = (text: string): number => Math.max(26, text.length * 8 + 12)

interface Draft {
  readonly axis: Atom
  readonly level: number
  readonly above: Draft | undefined
  text: string
  parts: readonly [Draft, Draft] | undefined
  x: number
}

const drafted = (noun: Noun, cords: ReadonlySet<Atom>): readonly Draft[] => {
  const draft = (axis: Atom, above: Draft | undefined): Draft => ({
    axis,
    above,
    level: above === undefined ? 0 : above.level + 1,
    text: '',
    parts: undefined,
    x: 0,
  })
  const drafts = [draft(1, undefined)]
  const nouns = [noun]
  for (let i = 0; i < drafts.length; i++) {
    const [one, part] = [drafts[i]!, nouns[i]!]
    if (!isCell(part)) one.text = printNoun(part, { cords, limit: 14 })
    else if (drafts.length + 2 > MOST || one.level >= DEEPEST) one.text = '…'
    else {
      one.parts = [draft(peg(one.axis, 2), one), draft(peg(one.axis, 3), one)]
      drafts.push(...one.parts)
      nouns.push(part.head, part.tail)
    }
  }
  return drafts
}
