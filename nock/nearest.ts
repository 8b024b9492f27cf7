/**
 * The word that was probably meant by one that is not known: the one fewest slips away, if those are few enough for
 * its length. A slip is a letter too many, one too few, a wrong one, or two exchanged.
 *
 * @example
 * nearest('strat', ['stop', 'start']) === 'start'
 */
export const nearest = (typed: string, words: Iterable<string>): string | undefined => {
  let best: string | undefined
  let fewest = Infinity
  for (const word of words) {
    const most = Math.max(1, Math.floor(word.length / 3))
    if (Math.abs(typed.length - word.length) > most) continue
    const count = slips(typed, word)
    if (count <= most && count < fewest) {
      best = word
      fewest = count
    }
  }
  return best
}

/** The optimal string alignment distance, a row of its table at a time. */
const slips = (a: string, b: string): number => {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          above[j]! + 1,
          row[j - 1]! + 1,
          above[j - 1]! + wrong,
          exchanged ? before[j - 2]! + 1 : Infinity,
        ),
      )
    }
    before = above
    above = row
  }
  return above[b.length]!
}
