/** From one place in a text to another. */
export type Range = readonly [from: number, to: number]

/** A noun as it is written: a word, or a bracket with what is in it. */
interface Written {
  readonly range: Range
  readonly items: readonly Written[] | undefined
}

/**
 * Where the part at an axis is written in the text of a noun. In brackets that are left out, it is what would be in them;
 * within a word that stands for more, it is that word.
 *
 * @param text of a noun: one that `parseNoun` takes
 * @example
 * placeInText('[4 0 1]', 3n) // [3, 6]
 */
export const placeInText = (text: string, axis: bigint): Range | undefined => {
  const whole = writtenIn(text)
  if (whole === undefined) return undefined
  let items: readonly Written[] = [whole]
  for (const turn of axis.toString(2).slice(1)) {
    if (items.length === 1) {
      const [only] = items
      if (only!.items === undefined) break
      items = only!.items
    }
    items = turn === '0' ? items.slice(0, 1) : items.slice(1)
  }
  return [items[0]!.range[0], items[items.length - 1]!.range[1]]
}

const writtenIn = (text: string): Written | undefined => {
  let items: Written[] = []
  const open: { readonly from: number; readonly before: Written[] }[] = []
  for (const { 0: token, index } of text.matchAll(/;.*|'(?:\\.|[^'\\\n])*'|[[\]]|[^\s[\]';]+/g)) {
    if (token.startsWith(';')) continue
    const to = index + token.length
    if (token === '[') {
      open.push({ from: index, before: items })
      items = []
    } else if (token === ']') {
      const bracket = open.pop()
      if (bracket === undefined) return undefined
      bracket.before.push({ range: [bracket.from, to], items })
      items = bracket.before
    } else items.push({ range: [index, to], items: undefined })
  }
  return items[0]
}
