import * as t from 'io-ts'
import { quantile } from '../../_kit/latency.js'

/** What was measured of one contender: one value, or how many lie. */
const Figure = t.readonly(
  t.type({ samples: t.number, p50: t.number, p99: t.number, min: t.number, max: t.number }),
)

/** Why a contender has no figure. */
const Failure = t.readonly(t.type({ failed: t.string }))

/** One thing that was measured of each contender, in turns or at the same time. */
const Row = t.readonly(
  t.type({
    part: t.string,
    what: t.string,
    unit: t.keyof({ ms: null, MB: null, kB: null, '%': null, count: null }),
    by: t.readonly(t.record(t.string, t.union([Figure, Failure]))),
  }),
)

/** All of it, as the JSON file has it. */
export const Report = t.readonly(
  t.type({
    scale: t.string,
    date: t.string,
    node: t.string,
    platform: t.string,
    cpus: t.number,
    /** How busy the machine was with other things, as its load averages before and after tell. */
    load: t.readonlyArray(t.number),
    /** Those that are not installed, and the parts that failed. */
    missing: t.readonlyArray(t.string),
    rows: t.readonlyArray(Row),
  }),
)

export type Figure = t.TypeOf<typeof Figure>
export type Failure = t.TypeOf<typeof Failure>
export type Row = t.TypeOf<typeof Row>
export type Report = t.TypeOf<typeof Report>

/** Where the values lie. */
export const figureOf = (values: readonly number[]): Figure | Failure => {
  if (values.length === 0) return { failed: 'nothing came' }
  const sorted = values.toSorted((a, b) => a - b)
  return {
    samples: sorted.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    min: sorted[0]!,
    max: sorted.at(-1)!,
  }
}
