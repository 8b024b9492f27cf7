import { Bench } from 'tinybench'
import { type Spread } from './result.js'

/** Where samples lie, as tinybench says it. They were taken by {@link race}: it has no turns, and no CPU time. */
export const spread = (samples: readonly number[]): Spread => {
  let next = 0
  const bench = new Bench({ time: 0, iterations: samples.length, warmup: false, throws: true })
  const [task] = bench
    .add('samples', () => ({ overriddenDuration: samples[next++]! }), { async: false })
    .runSync()
  const { result } = task!
  if (!('latency' in result)) throw new Error(`no statistics: ${result.state}`)
  const { p50: median, min, max, mad, samplesCount } = result.latency
  if (samplesCount !== samples.length) throw new Error(`${samplesCount} samples of ${samples.length}`)
  return { median, min, max, mad }
}

/** The geometric mean, which ratios have. */
export const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)

/** The exponent e of the power law y = c * x^e that is nearest to the points, by least squares of the logarithms. */
export const exponent = (points: readonly (readonly [x: number, y: number])[]): number => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))]
  const slope = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return slope / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}
