import { measureCold } from './cold-part.js'
import { measureFormula } from './formula-part.js'
import { formulaRows } from './formula-rows.js'
import { measureMemory } from './memory-part.js'
import { measureNoun } from './noun-part.js'
import { nounRows } from './noun-rows.js'
import { type Part } from './result.js'
import { type ScaleName } from './scale.js'
import { measureSupervisor } from './supervisor-part.js'

/** Measures a part of the benchmark. */
export type MeasurePart = (scale: ScaleName) => Part | Promise<Part>

/** The parts by name: each is measured in a process of its own, so that none meets what another one left. */
export const parts: ReadonlyMap<string, MeasurePart> = new Map<string, MeasurePart>([
  ...formulaRows.map((row) => [row.name, (scale: ScaleName) => measureFormula(row, scale)] as const),
  ...nounRows.map((row) => [row.name, (scale: ScaleName) => measureNoun(row, scale)] as const),
  ['memory', measureMemory],
  ['supervisor', measureSupervisor],
  ['cold', measureCold],
])
