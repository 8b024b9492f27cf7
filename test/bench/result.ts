import * as t from 'io-ts'

/** How samples lie, in milliseconds for each run; `mad` is the median absolute deviation. */
const Spread = t.readonly(t.type({ median: t.number, min: t.number, max: t.number, mad: t.number }))

/** What one contender took. */
const Figure = t.readonly(
  t.type({
    /** Of a processor, user and system, all threads: the collector's, too. Null where it is another process. */
    cpu: t.union([Spread, t.null]),
    wall: Spread,
    /** Bytes of heap allocated by a run, or null where nobody can say. */
    allocated: t.union([t.number, t.null]),
    samples: t.number,
    /** Runs within a sample. */
    repetitions: t.number,
  }),
)

/** Why a contender has no figure: its product would be wrong, or it has none. */
const Failure = t.readonly(t.type({ failed: t.string }))

/** Contenders with the same task, measured in turns. */
const Row = t.readonly(
  t.type({
    group: t.keyof({ formulas: null, reference: null, nouns: null, cold: null, supervisor: null }),
    name: t.string,
    size: t.string,
    by: t.readonly(t.record(t.string, t.union([Figure, Failure]))),
  }),
)

/** What the cost of a task does as the task grows. */
const Growth = t.readonly(
  t.type({
    name: t.string,
    /** What `work` counts. */
    per: t.keyof({ item: null, reduction: null }),
    points: t.readonlyArray(t.readonly(t.type({ size: t.string, work: t.number, cpu: t.number }))),
    /** The slope of log(cost) over log(work), by least squares: 1 is linear. */
    exponent: t.number,
  }),
)

/** What a noun takes on the heap. */
const Held = t.readonly(t.type({ what: t.string, bytes: t.number, cells: t.number }))

/** What a part of the benchmark found. */
export const Part = t.readonly(
  t.type({
    rows: t.readonlyArray(Row),
    growth: t.readonlyArray(Growth),
    memory: t.readonlyArray(Held),
  }),
)

/** All of it, as `bench.json` has it. */
export const Report = t.intersection([
  t.readonly(
    t.type({
      scale: t.string,
      node: t.string,
      platform: t.string,
      cpus: t.number,
      /** The parts that failed. */
      missing: t.readonlyArray(t.string),
      date: t.string,
      /** vere's time on this machine, computed: by row and size, in milliseconds. */
      vere: t.readonly(t.record(t.string, t.readonly(t.type({ cpu: t.number, from: t.string })))),
      /** Geometric means of ratios, and how many rows each is of. */
      means: t.readonlyArray(
        t.readonly(
          t.type({ ratio: t.string, of: t.string, mean: t.number, worst: t.number, rows: t.number }),
        ),
      ),
    }),
  ),
  Part,
])

export type Spread = t.TypeOf<typeof Spread>
export type Figure = t.TypeOf<typeof Figure>
export type Failure = t.TypeOf<typeof Failure>
export type Row = t.TypeOf<typeof Row>
export type Growth = t.TypeOf<typeof Growth>
export type Held = t.TypeOf<typeof Held>
export type Part = t.TypeOf<typeof Part>
export type Report = t.TypeOf<typeof Report>

/** A contender's median CPU time in a race, or undefined where it has none. */
export const cpuOf = (by: Row['by'], contender: string): number | undefined => {
  const figure = by[contender]
  return figure === undefined || 'failed' in figure ? undefined : figure.cpu?.median
}
