import { agreement } from '../_kit/agree.js'
import { agreeSeed } from '../_kit/seed.js'

agreement({ pairs: 97_000, loops: 3_000, chunks: 12, seed: agreeSeed() })
