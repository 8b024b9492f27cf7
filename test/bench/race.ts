import { allocatedBy, collect } from './heap.js'
import { type Failure, type Figure, type Row } from './result.js'
import { type Scale } from './scale.js'
import { unlessOverflow } from './stack.js'
import { spread } from './statistics.js'

/** One of those that are measured beside each other. */
export interface Contender {
  readonly name: string
  /** Makes a run ready, which is not measured: with nouns that no run before has touched, say. */
  readonly prepare: () => () => unknown
  /** How many runs are made ready together, all unless given: few where each of them takes much memory. */
  readonly batch?: number
  /** Throws where the first product is not what it must be. */
  readonly check?: (product: unknown) => void
  /** How many times a run does what the figures are of; once, unless given. */
  readonly times?: number
}

interface Sample {
  readonly cpu: number
  readonly wall: number
}

interface Runner {
  readonly contender: Contender
  readonly repetitions: number
  readonly samples: Sample[]
  /** How many samples it gives. */
  readonly rounds: number
}

/**
 * Measures contenders in turns, so that whatever else the machine does meets them alike: each is warmed up, then each
 * round takes a sample of every one, beginning with another one each time. The heap is collected before each sample,
 * so that nobody pays for another's garbage.
 *
 * @throws what a `check` throws, and what a run throws
 * @returns a figure for each; or, for one that ran out of stack, that it did
 */
export const race = (contenders: readonly Contender[], scale: Scale): Row['by'] => {
  const found: Record<string, Figure | Failure> = {}
  const runners: Runner[] = []
  for (const one of contenders) {
    const runner = unlessOverflow(() => warmUp(one, scale))
    if (runner === undefined) found[one.name] = { failed: 'stack overflow' }
    else runners.push(runner)
  }
  for (let round = 0; round < scale.rounds; round++) {
    runners.forEach((_, i) => {
      const { contender: one, repetitions, samples, rounds } = runners[(round + i) % runners.length]!
      if (samples.length < rounds)
        samples.push(take(one, repetitions, scale.isThorough ? 'major' : 'minor').sample)
    })
  }
  for (const { contender: one, repetitions, samples } of runners) {
    const { times = 1 } = one
    found[one.name] = {
      cpu: spread(samples.map(({ cpu }) => cpu / repetitions / times)),
      wall: spread(samples.map(({ wall }) => wall / repetitions / times)),
      allocated: isMeasured(samples[0]!, scale) ? Math.round(allocatedBy(one.prepare()) / times) : null,
      samples: samples.length,
      repetitions: repetitions * times,
    }
  }
  return found
}

/** Whether another run, to see what it allocates, is worth its time. */
const isMeasured = (sample: Sample, scale: Scale): boolean => scale.isThorough && !isSlow(sample, scale)

/** So slow that one run warms it up, and one is its sample. */
const isSlow = ({ cpu }: Sample, { patience }: Scale): boolean => cpu > patience

/** Where a run takes so many times all patience, the first is the sample. */
const VERY_SLOW = 4

/** Runs a contender until it is warm and a sample is long enough. */
const warmUp = (one: Contender, scale: Scale): Runner => {
  let repetitions = 1
  let spent = 0
  for (;;) {
    const { sample, product } = take(one, repetitions)
    if (spent === 0) one.check?.(product)
    spent += sample.cpu
    if (isSlow(sample, scale)) {
      const samples = sample.cpu > VERY_SLOW * scale.patience ? [sample] : []
      return { contender: one, repetitions, samples, rounds: 1 }
    }
    if (sample.cpu < scale.sample) repetitions *= 2
    else if (spent >= scale.warm) {
      const rounds = Math.max(1, Math.min(scale.rounds, Math.floor(scale.patience / sample.cpu)))
      return { contender: one, repetitions, samples: [], rounds }
    }
  }
}

/** CPU and wall time of so many runs, in milliseconds, and the last product; `collected` is what is collected before. */
const take = (
  one: Contender,
  repetitions: number,
  collected?: 'major' | 'minor',
): { readonly sample: Sample; readonly product: unknown } => {
  const { batch = repetitions } = one
  let [cpu, wall, product] = [0, 0, undefined as unknown]
  for (let done = 0; done < repetitions; done += batch) {
    const runs = Array.from({ length: Math.min(batch, repetitions - done) }, one.prepare)
    product = undefined
    if (collected !== undefined) collect(done === 0 ? collected : 'minor')
    const before = process.cpuUsage()
    const began = performance.now()
    for (const run of runs) product = run()
    wall += performance.now() - began
    const { user, system } = process.cpuUsage(before)
    cpu += (user + system) / 1000
  }
  return { sample: { cpu, wall }, product }
}
