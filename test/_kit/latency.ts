/**
 * The value below which a share `q` of the sorted values lies; NaN of none.
 *
 * @example
 * quantile([1, 2, 3], 0.5) === 2
 */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN

/** `n=200 p50 1.9 p99 12.4 max 22.0`, of times in milliseconds in any order. */
export const latencyText = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  const [p50, p99, max] = [0.5, 0.99, 1].map((q) => quantile(sorted, q).toFixed(1))
  return `n=${sorted.length}  p50 ${p50}  p99 ${p99}  max ${max}`
}
