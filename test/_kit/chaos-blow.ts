import { fc } from '@fast-check/vitest'

/** What can befall a service, or the supervisor; how often, compared with one another. */
const WEIGHTS = {
  leader: 40,
  child: 10,
  group: 15,
  supervisor: 2,
  stopped: 4,
  replaced: 4,
  unexecutable: 2,
  deleted: 2,
  down: 4,
  restart: 8,
  away: 3,
} as const

export type BlowKind = keyof typeof WEIGHTS

export const BLOW_KINDS = Object.keys(WEIGHTS) as readonly BlowKind[]

/** One blow, drawn beforehand. */
export interface Blow {
  readonly kind: BlowKind
  /** The number of the service that it falls on. */
  readonly target: number
  /** How long it comes after the one before, in milliseconds. */
  readonly gap: number
  /** How long it lasts, where it does, in milliseconds. */
  readonly hold: number
  /** Which of its variants it is. */
  readonly variant: number
}

const BATCH = 500

/** The endless sequence of blows on so many services that follows from a seed. */
export function* blows(seed: number, targets: number, longestGap: number): Generator<Blow, never> {
  const kinds = BLOW_KINDS.map((kind) => ({ weight: WEIGHTS[kind], arbitrary: fc.constant(kind) }))
  const blow = fc.record({
    kind: fc.oneof(...kinds),
    target: fc.noBias(fc.nat(targets - 1)),
    gap: fc.noBias(fc.nat(longestGap)),
    hold: fc.noBias(fc.integer({ min: 50, max: 1200 })),
    variant: fc.noBias(fc.nat(11)),
  })
  for (let batch = 0; ; batch++) yield* fc.sample(blow, { seed: seed + batch, numRuns: BATCH })
}
