import { parts } from './parts.js'
import { isScaleName } from './scale.js'

// Run as a process of its own: measures one part, and prints what it found as JSON.
//
//     node --expose-gc part.js PART SCALE

const [name = '', scale = ''] = process.argv.slice(2)
const measure = parts.get(name)
if (measure === undefined || !isScaleName(scale)) throw new Error(`no part ${name}, or no scale ${scale}`)
process.stdout.write(JSON.stringify(await measure(scale)))
