import { agreement } from '../_kit/agree.js'
import { agreeSeed } from '../_kit/seed.js'

// A hundred thousand more go by the proved evaluator, too: `npm run prove`.
agreement({ pairs: 38_000, loops: 2_000, chunks: 5, seed: agreeSeed() })
