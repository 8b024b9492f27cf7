import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../../runtime/package.js'
import { parts } from './parts.js'
import { type ScaleName, isScaleName } from './scale.js'

/** What the command line asks for. */
export interface Asked {
  readonly scale: ScaleName
  /** Where the JSON file goes; undefined for nowhere. */
  readonly out: string | undefined
  readonly parts: readonly string[]
}

export const USAGE = `npm run bench:supervise -- [--quick] [--scale full|quick|tiny] [--only PART,...] [--out FILE]

  --quick   within 90 s: fewer kills and services, nothing written unless --out says where
            (the environment variable RUNOCK_QUICK does the same)
  --only    these parts: ${[...parts.keys()].join(', ')}; nothing is written either
  --out     where the figures are written (test/bench/results/supervise.json)

  Measured beside runock are Debian's runit and s6, if they are installed, and PM2, if the environment
  variable RUNOCK_BENCH_PM2 says where its npm package lies (…/node_modules/pm2). Services are in /dev/shm, or where
  TMPDIR says.
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
  const out = values.out ?? (isWhole ? join(packageRoot(), 'test/bench/results/supervise.json') : undefined)
  return { scale, out, parts: only }
}

const OPTIONS = {
  quick: { type: 'boolean' },
  scale: { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
} as const
