import { type ScaleName } from '../scale.js'

/** How much is measured: everything, within eight minutes; or enough for a look, within ninety seconds. */
export const SCALES = {
  full: {
    kills: 200,
    heapKills: 200,
    crowdKills: 100,
    starts: [
      { services: 1, rounds: 5 },
      { services: 100, rounds: 5 },
      { services: 1000, rounds: 3 },
    ],
    crowd: 1000,
    most: 5000,
    idleSeconds: 60,
    busy: { services: 100, kills: 1000, seconds: 60 },
    launches: 200,
  },
  quick: {
    kills: 60,
    heapKills: 40,
    crowdKills: 30,
    starts: [
      { services: 1, rounds: 2 },
      { services: 100, rounds: 2 },
      { services: 1000, rounds: 1 },
    ],
    crowd: 1000,
    most: 0,
    idleSeconds: 8,
    busy: { services: 100, kills: 130, seconds: 8 },
    launches: 40,
  },
  tiny: {
    kills: 4,
    heapKills: 2,
    crowdKills: 2,
    starts: [{ services: 2, rounds: 1 }],
    crowd: 4,
    most: 0,
    idleSeconds: 0.5,
    busy: { services: 3, kills: 4, seconds: 0.5 },
    launches: 3,
  },
} as const satisfies Record<ScaleName, Scale>

export interface Scale {
  /** Kills of each contender, over twenty services; likewise with a gigabyte of heap, and with a thousand services. */
  readonly kills: number
  readonly heapKills: number
  readonly crowdKills: number
  /** How often the start of how many services is measured. */
  readonly starts: readonly { readonly services: number; readonly rounds: number }[]
  /** The services of whom the idle time is measured. */
  readonly crowd: number
  /** Memory is measured of so many, too; 0: it is not. */
  readonly most: number
  readonly idleSeconds: number
  /** Kills while the state is asked for in a loop. */
  readonly busy: { readonly services: number; readonly kills: number; readonly seconds: number }
  /** Processes started by each kind of start. */
  readonly launches: number
}
