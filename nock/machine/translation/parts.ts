import { turns } from '../../axis.js'
import { type Atom, increment } from '../../noun.js'
import { type Code } from '../code.js'
import { LAST_REDUCTION } from '../operations.js'
import { constant, pair } from './shape.js'
import { type State } from './state.js'
import { type Spec, type Unit } from './unit.js'
import { type Named, type Sort, type Value } from './value.js'
import { type Writer, sortOf } from './writer.js'

/** Axes further down than this are left to the machine. */
const DEEPEST = 64

/** Writes the operations on parts of nouns; where one has no product, the function leaves, and there is no value. */
export class Parts {
  readonly #spec: Spec
  readonly #unit: Unit
  readonly #code: Code
  readonly #out: Writer

  constructor(spec: Spec, unit: Unit, out: Writer) {
    this.#spec = spec
    this.#unit = unit
    this.#code = spec.code
    this.#out = out
  }

  /** Leaves the function here, always. */
  leave(state: State): undefined {
    this.#out.line(this.leaving(state))
    return undefined
  }

  leaving(state: State, how = 'leave'): string {
    const { place, a, stack, facts } = state
    const nouns = [a, ...stack].map((value) => this.#out.later(value, facts))
    const left = this.#out.returning(`${how}(${[this.site(place, nouns.length), ...nouns].join(', ')})`)
    // the machine does the operation itself, and charges for it
    const again = this.#code.operations[place]! <= LAST_REDUCTION ? 1 : 0
    const charges = this.charges({ steps: state.steps - again, nouns: state.nouns })
    return charges.length === 0 ? left : `{ ${[...charges, left].join('; ')} }`
  }

  /** What a budget is charged here for the way that was gone since the last charge; nobody looks whether it is spent. */
  charges({ steps, nouns }: Pick<State, 'steps' | 'nouns'>): readonly string[] {
    if (!this.#unit.counts) return []
    return [
      ...(steps === 0 ? [] : [`budget.steps -= ${steps}`]),
      ...(nouns === 0 ? [] : [`budget.nouns -= ${nouns}`]),
    ]
  }

  site(place: number, size: number): string {
    return this.#out.constant(this.#unit.site(this.#code, place, size))
  }

  /** `/[axis value]`; undefined where there is nothing, and the function left. */
  part(axis: Atom, value: Value, state: State): Value | undefined {
    const way = axis === 0 ? undefined : turns(axis)
    if (way === undefined || way.length > DEEPEST) return this.leave(state)
    let here: Value | undefined = value
    for (const turn of way) {
      here = this.side(here, turn === '1' ? 'tail' : 'head', state)
      if (here === undefined) return undefined
    }
    return here
  }

  side(value: Value, side: 'head' | 'tail', state: State): Value | undefined {
    if (value.kind === 'pair') return value[side]
    if (value.kind === 'constant' && typeof value.noun === 'object') return constant(value.noun[side])
    if (value.kind !== 'named') return this.leave(state)
    const { facts } = state
    const known = facts.sideOf(value, side)
    if (known !== undefined) return known
    const sort = facts.sortOf(value)
    if (sort !== 'any' && sort !== 'cell') return this.leave(state)
    if (sort === 'any') {
      this.#out.line(`if (typeof ${value.name} !== 'object') ${this.leaving(state)}`)
      facts.learn(value, 'cell')
    }
    const way = value.way === undefined ? undefined : value.way + (side === 'tail' ? '1' : '0')
    if (value.way !== undefined) this.#spec.looks.add(value.way)
    const part = this.#out.let(`${value.name}.${side}`, 'any', way)
    facts.loaded(value, side, part)
    return part
  }

  edit(axis: Atom, value: Value, target: Value, state: State): Value | undefined {
    const way = axis === 0 ? undefined : turns(axis)
    if (way === undefined || way.length > DEEPEST) return this.leave(state)
    const put = (here: Value, depth: number): Value | undefined => {
      if (depth === way.length) return value
      const head = this.side(here, 'head', state)
      if (head === undefined) return undefined
      const tail = this.side(here, 'tail', state)!
      const inner = put(way[depth] === '1' ? tail : head, depth + 1)
      if (inner === undefined) return undefined
      return way[depth] === '1' ? pair(head, inner) : pair(inner, tail)
    }
    const edited = put(target, 0)
    state.nouns += way.length
    return edited
  }

  increment(value: Value, state: State): Value | undefined {
    const sort = sortOf(value, state.facts)
    if (sort === 'cell') return this.leave(state)
    if (value.kind === 'constant') return constant(increment(value.noun as Atom))
    const known = value.kind === 'named' ? state.facts.aboveOf(value) : undefined
    if (known !== undefined) return known
    const above = this.#above(this.#out.made(value, state.facts), sort, state)
    if (value.kind === 'named') state.facts.raised(value, above)
    return above
  }

  /** What is above an atom, worked out here. */
  #above(name: string, sort: Sort, state: State): Named {
    if (this.#spec.wide && sort !== 'loobean') {
      if (sort === 'any') this.#out.line(`if (typeof ${name} === 'object') ${this.leaving(state)}`)
      return this.#out.let(`increment(${name})`, 'atom')
    }
    // nearly every number fails the first test, which is one of small integers
    const large = `${name} > ${2 ** 30} && ${name} === ${Number.MAX_SAFE_INTEGER}`
    const narrow = this.#out.constant(this.#unit.translations(this.#code))
    const leaving = this.leaving(state, `leaveNarrow(${narrow})`)
    if (sort === 'small') this.#out.line(`if (${large}) ${leaving}`)
    if (sort === 'any' || sort === 'atom')
      this.#out.line(`if (typeof ${name} !== 'number' || (${large})) ${leaving}`)
    return this.#out.let(`${name} + 1`, 'small')
  }
}
