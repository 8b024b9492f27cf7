import { parseArgs } from 'node:util'
import { type ScaleName, isScaleName } from './scale.js'

/** What a benchmark's command line asks for. */
export interface Asked {
  readonly scale: ScaleName
  /** Where the figures go; undefined for nowhere. */
  readonly out: string | undefined
  readonly parts: readonly string[]
}

/**
 * Reads the command line of a benchmark that has these parts.
 *
 * @param results where the figures of a whole run go
 * @returns or why it is not understood
 */
export const reader =
  (parts: ReadonlyMap<string, unknown>, results: string) =>
  (words: readonly string[], env: NodeJS.ProcessEnv): Asked | string => {
    let values
    try {
      values = parseArgs({ args: [...words], options: OPTIONS }).values
    } catch (error) {
      return (error as Error).message
    }
    const scale = values.scale ?? (values.quick === true || env['RUNOCK_QUICK'] ? 'quick' : 'full')
    if (!isScaleName(scale)) return `there is no scale ${scale}`
    const only = values.only?.split(',') ?? [...parts.keys()]
    const unknown = only.filter((name) => !parts.has(name))
    if (unknown.length > 0) return `there is no part ${unknown.join(', ')}`
    const isWhole = scale === 'full' && values.only === undefined
    const out = values.out ?? (isWhole ? results : undefined)
    return { scale, out, parts: only }
  }

const OPTIONS = {
  quick: { type: 'boolean' },
  scale: { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
} as const
