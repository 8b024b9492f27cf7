import { agreement } from '../_kit/agree.js'
import { counting } from '../_kit/counting/agreement.js'
import { agreeSeed } from '../_kit/seed.js'

const RUNS = Number(process.env['RUNOCK_RUNS'] ?? 1_000_000)
// no number would draw nothing, and find nothing
if (!Number.isSafeInteger(RUNS) || RUNS < 1)
  throw new Error(`RUNOCK_RUNS: a number of pairs, not '${process.env['RUNOCK_RUNS']}'`)

const seed = agreeSeed()
console.info(`seed ${seed}`)
const loops = Math.ceil(RUNS / 10)
// each on four subjects
const formulas = Math.ceil(RUNS / 100)
agreement({ pairs: RUNS - loops - 4 * formulas, loops, chunks: 100, seed })
counting({ formulas, chunks: 20, seed })
