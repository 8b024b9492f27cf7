import { type Part } from './part.js'

/**
 * A tree as lines of text: each part under the cell that it is in, its axis before it; the way that is lit in heavy lines.
 *
 *     1
 *     ├─2  5
 *     └─3
 *       ├─6  7
 *       └─7  8
 *
 * @param light what the axis of a part that is lit looks like: as any other unless given
 * @example
 * treeText(partsOf(cell(5, 6))) === '1\n├─2  5\n└─3  6'
 */
export const treeText = (root: Part, light: (text: string) => string = (text) => text): string => {
  const lines: string[] = []
  // a stack of our own: the way to a deep axis may be long
  const waiting: {
    readonly part: Part
    readonly before: string
    readonly branch: string
    readonly below: string
  }[] = [{ part: root, before: '', branch: '', below: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, before, branch, below } = next
    const own = [part.axis, part.text].filter((word) => word !== '').join('  ')
    lines.push(before + branch + (part.isLit ? light(own) : own))
    if (part.parts === undefined) continue
    const [head, tail] = part.parts
    const inner = before + below
    const [down, up] = tail.isLit ? (['┃ ', '┠─'] as const) : (['│ ', head.isLit ? '┝━' : '├─'] as const)
    waiting.push(
      { part: tail, before: inner, branch: tail.isLit ? '┗━' : '└─', below: '  ' },
      { part: head, before: inner, branch: up, below: down },
    )
  }
  return lines.join('\n')
}
