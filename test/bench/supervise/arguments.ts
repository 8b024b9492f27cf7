import { join } from 'node:path'
import { packageRoot } from '../../../runtime/package.js'
import { reader } from '../asked.js'
import { parts } from './parts.js'

export const USAGE = `npm run bench:supervise -- [--quick] [--scale full|quick|tiny] [--only PART,...] [--out FILE]

  --quick   within 90 s: fewer kills and services, nothing written unless --out says where
            (the environment variable RUNOCK_QUICK does the same)
  --only    these parts: ${[...parts.keys()].join(', ')}; nothing is written either
  --out     where the figures are written (test/bench/results/supervise.json)

  Measured beside runock are Debian's runit and s6, if they are installed, and PM2, if the environment
  variable RUNOCK_BENCH_PM2 says where its npm package lies (…/node_modules/pm2). Services are in /dev/shm, or where
  TMPDIR says.
`

export const readArguments = reader(parts, join(packageRoot(), 'test/bench/results/supervise.json'))
