import { type Explanation } from './explanation.js'

/** So many lines are written. */
const MOST = 2_000

/**
 * An explanation as indented lines: what a formula does, and under it what it does that with.
 *
 * @returns without a newline at the end
 */
export const explanationLines = (whole: Explanation): readonly string[] => {
  const lines: string[] = []
  const write = ({ words, parts, moved }: Explanation, margin: string, as: string): void => {
    if (lines.length > MOST) return
    lines.push(margin + (as === '' ? '' : `${as}: `) + words)
    const inner = margin + '  '
    for (const [i, part] of parts.entries()) {
      write(part.of, inner, part.as)
      // behind what is put in front: from there on the axes are others
      if (i === 0 && moved.length > 0)
        lines.push(
          `${inner}(now at axis 2; ${moved.map(({ name, was, is }) => `${name} ${was}→${is}`).join(', ')})`,
        )
    }
  }
  write(whole, '', '')
  return lines.length > MOST ? [...lines.slice(0, MOST), '…'] : lines
}
