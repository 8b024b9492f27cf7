import { printable } from '../log/printable.js'
import { type Failure } from './report.js'

/**
 * A failure in words: its headline, and a line for each detail.
 *
 * @param again what makes it happen again
 * @returns lines without a newline at the end
 */
export const showFailure = ({ headline, details }: Failure, again: string): string => {
  const rows = [...details, ['again', again] as const]
  const width = Math.max(...rows.map(([label]) => label.length))
  return [headline, ...rows.map(([label, text]) => `  ${label.padEnd(width)}  ${printable(text)}`)].join('\n')
}
