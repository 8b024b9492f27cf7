import { type Code } from '../../code.js'
import { ANY, type Shape, alike, pair, parameters, placed } from '../shape.js'
import { type Value as Held, cellsOf } from '../value.js'
import { plainProduct } from './plain.js'
import { TOO_LONG } from './polynomial.js'
import { CELLS, Reading } from './reading.js'
import { type Summaries, type Summary, nothing } from './summary.js'
import { LookedInto } from './values.js'

/** So many functions may be read one within another. */
const WITHIN = 12

/** So often a code may look into an argument, and what it costs to read it once more. */
const LOOKS = 16
const LOOKING = 20

/** So much is done for one unit of functions, about an operation each; then nothing more is found out. */
const WORK = 20_000

/** What codes do that only count. */
export class Counting implements Summaries {
  readonly #known = new Map<Code, (readonly [Shape, Summary])[]>()
  #within = 0
  #work = 0

  works(much: number): boolean {
    return (this.#work += much) <= WORK
  }

  /** What a code gives for subjects of a shape, as far as it can be told. */
  summary(code: Code, given: Shape): Summary {
    const shape = plainShape(given)
    const known = this.#known.get(code) ?? []
    this.#known.set(code, known)
    if (!this.works(known.length)) return nothing(shape)
    const found = known.find(([one]) => alike(one, shape))
    if (found !== undefined) return found[1]
    // a code that calls itself is not known while it is looked at
    const entry: [Shape, Summary] = [shape, nothing(shape)]
    known.push(entry)
    if (this.#within < WITHIN) {
      this.#within++
      entry[1] = this.#read(code, shape, LOOKS)
      this.#within--
    }
    return entry[1]
  }

  /** The product of a code that only puts together what its subject has, as an arm does that builds a gate. */
  plain(code: Code, subject: Held): Held | undefined {
    return cellsOf(subject) > CELLS ? undefined : plainProduct(subject, (shape) => this.summary(code, shape))
  }

  #read(code: Code, shape: Shape, looks: number): Summary {
    try {
      return new Reading(this, code, shape).summary()
    } catch (thrown) {
      if (thrown === TOO_LONG) return nothing(shape)
      if (!(thrown instanceof LookedInto)) throw thrown
      if (looks === 0 || !this.works(LOOKING)) return nothing(shape)
      const [way] = parameters(shape)[thrown.index]!
      return this.#read(code, placed(shape, way, pair(ANY, ANY)), looks - 1)
    }
  }
}

/** What is a number makes no difference here. */
const plainShape = (shape: Shape): Shape => {
  if (shape.kind === 'pair') return pair(plainShape(shape.head), plainShape(shape.tail))
  return shape.kind === 'constant' ? shape : ANY
}
