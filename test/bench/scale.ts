/** How much is measured: everything, enough for a look, or so little that it only shows that it works. */
export const SCALES = {
  full: { rounds: 11, sample: 25, warm: 400, patience: 3000, processes: 41, isThorough: true },
  quick: { rounds: 3, sample: 4, warm: 60, patience: 300, processes: 2, isThorough: false },
  tiny: { rounds: 2, sample: 0.1, warm: 0.1, patience: 1000, processes: 1, isThorough: true },
} as const satisfies Record<string, Scale>

export type ScaleName = keyof typeof SCALES

/** Something for each scale. */
export type Scaled<A> = Readonly<Record<ScaleName, A>>

export interface Scale {
  /** Samples of each contender. */
  readonly rounds: number
  /** What a sample takes at least, in milliseconds: what is shorter is repeated within it. */
  readonly sample: number
  /** What each contender runs before its first sample, in milliseconds. */
  readonly warm: number
  /** What all samples of a contender may take together, in milliseconds: a slow one gives fewer, but one. */
  readonly patience: number
  /** Processes started of each kind, where it is processes that are measured. */
  readonly processes: number
  /** Whether all garbage is collected before each sample, not only what is young, and what a run allocates is measured. */
  readonly isThorough: boolean
}

export const isScaleName = (name: string): name is ScaleName => Object.hasOwn(SCALES, name)
