import { type Part } from './part.js'

/** A part, and where it is drawn. Lengths are in pixels. */
export interface Placed extends Part {
  readonly x: number
  readonly y: number
  /** The one above it; the whole has none. */
  readonly above: Placed | undefined
}

export interface Layout {
  /** Each after the one above it. */
  readonly placed: readonly Placed[]
  readonly width: number
  readonly height: number
}

const LEVEL = 42
const MARGIN = 18
const GAP = 10

/**
 * Where the parts of a noun are drawn: each below the cell that it is in, the head to the left of the tail.
 *
 * @example
 * layout(partsOf(cell(1, 2))).placed.map(({ axis }) => axis).join() === '1,2,3'
 */
export const layout = (root: Part): Layout => {
  const order: Part[] = [root]
  const above = new Map<Part, Part>()
  for (const part of order) {
    for (const side of part.parts ?? []) {
      above.set(side, part)
      order.push(side)
    }
  }
  const { x, width } = columns(root, order)
  const placed = new Map<Part, Placed>()
  for (const part of order) {
    const over = above.get(part)
    const y = MARGIN + 8 + part.level * LEVEL
    placed.set(part, { ...part, x: x.get(part)!, y, above: over && placed.get(over) })
  }
  const deepest = order.reduce((level, part) => Math.max(level, part.level), 0)
  return { placed: [...placed.values()], width, height: 2 * MARGIN + 12 + deepest * LEVEL }
}

/** How wide the field of a text is. */
export const fieldWidth = (text: string): number => Math.max(26, text.length * 8 + 12)

/** Leaves stand one after another, and a cell over the middle of its parts. */
const columns = (
  root: Part,
  order: readonly Part[],
): { readonly x: Map<Part, number>; readonly width: number } => {
  const x = new Map<Part, number>()
  let right = MARGIN
  const waiting = [root]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.parts !== undefined) {
      waiting.push(part.parts[1], part.parts[0])
      continue
    }
    const half = fieldWidth(part.text) / 2
    x.set(part, right + half)
    right += 2 * half + GAP
  }
  for (const part of order.toReversed()) {
    if (part.parts !== undefined) x.set(part, (x.get(part.parts[0])! + x.get(part.parts[1])!) / 2)
  }
  return { x, width: right - GAP + MARGIN }
}
