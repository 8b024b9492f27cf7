import { join } from 'node:path'
import { packageRoot } from '../../runtime/package.js'
import { reader } from './asked.js'
import { parts } from './parts.js'

export const USAGE = `npm run bench -- [--quick] [--scale full|quick|tiny] [--only PART,...] [--out DIRECTORY]

  --quick   within 30 s: fewer samples, smaller nouns, nothing written unless --out says where
            (the environment variable RUNOCK_QUICK does the same)
  --only    these parts: ${[...parts.keys()].join(', ')};
            nothing is written either
  --out     where bench.json and chart.svg are written (test/bench/results)
`

export const readArguments = reader(parts, join(packageRoot(), 'test/bench/results'))
