import { counting } from '../../_kit/counting/agreement.js'
import { agreeSeed } from '../../_kit/seed.js'

counting({ formulas: 1_000, chunks: 4, seed: agreeSeed() })
