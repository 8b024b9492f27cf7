import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../runtime/package.js'
import { parts } from './parts.js'
import { type ScaleName, isScaleName } from './scale.js'

/** What the command line asks for. */
export interface Asked {
  readonly scale: ScaleName
  /** Where `bench.json` and `chart.svg` go; undefined for nowhere. */
  readonly out: string | undefined
  readonly parts: readonly string[]
}

export const USAGE = `npm run bench -- [--quick] [--scale full|quick|tiny] [--only PART,...] [--out DIRECTORY]

  --quick   within 30 s: fewer samples, smaller nouns, nothing written unless --out says where
            (the environment variable RUNOCK_QUICK does the same)
  --only    these parts: ${[...parts.keys()].join(', ')};
            nothing is written either
  --out     where bench.json and chart.svg are written (test/bench/results)
`

/** @returns or why it is not understood */
export const readArguments = (words: readonly string[], env: NodeJS.ProcessEnv): Asked | string => {
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
  const out = values.out ?? (isWhole ? join(packageRoot(), 'test', 'bench', 'results') : undefined)
  return { scale, out, parts: only }
}

const OPTIONS = {
  quick: { type: 'boolean' },
  scale: { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
} as const
