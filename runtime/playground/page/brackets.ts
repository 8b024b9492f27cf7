/**
 * The two brackets that belong together, of which a caret is at one: the one before it, else the one behind it. Those
 * in comments and in quotes are none.
 *
 * @returns their places in the text; undefined where there is none, or its other half is missing
 * @example
 * bracketsAt('[1 [2 3]]', 8) // [3, 7]
 */
export const bracketsAt = (text: string, caret: number): readonly [number, number] | undefined => {
  const partners = partnersOf(text)
  for (const at of [caret - 1, caret]) {
    const partner = partners.get(at)
    if (partner !== undefined) return [Math.min(at, partner), Math.max(at, partner)]
  }
  return undefined
}

const partnersOf = (text: string): ReadonlyMap<number, number> => {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (const { 0: token, index } of text.matchAll(/;.*|'(?:\\.|[^'\\\n])*'?|[[\]]/g)) {
    if (token === '[') open.push(index)
    else if (token === ']') {
      const from = open.pop()
      if (from === undefined) continue
      partners.set(from, index)
      partners.set(index, from)
    }
  }
  return partners
}
