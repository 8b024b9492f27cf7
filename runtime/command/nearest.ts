/**
 * The word that was probably meant: the one that the fewest slips of the finger turn into what was typed, if those
 * are few enough for its length. A slip is a letter too many, one too few, another one, or two exchanged.
 *
 * @example
 * nearest('nokc', ['nock', 'cue']) === 'nock'
 */
export const nearest = (typed: string, words: Iterable<string>): string | undefined => {
  let best: string | undefined
  let fewest = Infinity
  for (const word of words) {
    const n = slips(typed, word)
    if (n < fewest && n <= Math.max(1, word.length / 3)) [best, fewest] = [word, n]
  }
  return best
}

/** The optimal string alignment distance, a row at a time. */
const slips = (a: string, b: string): number => {
  if (a.length > 2 * b.length + 2) return Infinity
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let n = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        n = Math.min(n, before[j - 2]! + 1)
      row.push(n)
    }
    ;[before, above] = [above, row]
  }
  return above[b.length]!
}
