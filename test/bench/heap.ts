import { GCProfiler } from 'node:v8'
import { spread } from './statistics.js'

/** Collects garbage: Node must have been started with `--expose-gc`. */
export const collect = (type: 'major' | 'minor' = 'major'): void => {
  if (globalThis.gc === undefined) throw new Error('start Node with --expose-gc')
  globalThis.gc(type === 'minor') // with `{ type: 'major' }` it leaves much of what is garbage, by Node 20
}

/** What is not to be collected yet. */
export let kept: unknown

const used = (): number => process.memoryUsage().heapUsed

/** What a run allocates on the heap, in bytes, whether it is collected meanwhile or not. */
export const allocatedBy = (run: () => unknown): number =>
  Math.max(0, allocatedMeasuring(run) - (ofMeasuring ??= allocatedMeasuring(() => 0)))

/** What measuring allocates itself. */
let ofMeasuring: number | undefined

const allocatedMeasuring = (run: () => unknown): number => {
  const profiler = new GCProfiler()
  collect()
  profiler.start()
  let before = used()
  const product = run()
  const after = used()
  let sum = 0
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    sum += beforeGC.heapStatistics.usedHeapSize - before
    before = afterGC.heapStatistics.usedHeapSize
  }
  kept = product
  kept = undefined
  return sum + after - before
}

/** What the product of a run holds on the heap, in bytes, once all garbage is collected: the median of five runs. */
export const heldBy = (run: () => unknown): number =>
  spread(Array.from({ length: 5 }, () => heldOnce(run))).median

const heldOnce = (run: () => unknown): number => {
  collect()
  const before = used()
  kept = run()
  collect()
  const after = used()
  kept = undefined
  return after - before
}
