import { type Bench } from './bench.js'
import { busyPart } from './busy-part.js'
import { type Contender } from './contenders.js'
import { crowdPart } from './crowd-part.js'
import { launchPart } from './launch-part.js'
import { type Row } from './result.js'
import { restartPart } from './restart-part.js'
import { type Scale } from './scale.js'
import { startPart } from './start-part.js'

/** A part of the benchmark: measures something of each contender. */
export type Part = (bench: Bench, contenders: readonly Contender[], scale: Scale) => Promise<readonly Row[]>

export const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['restart', restartPart],
  ['start', startPart],
  ['crowd', crowdPart],
  ['busy', busyPart],
  ['launch', launchPart],
])
