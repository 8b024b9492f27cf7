import { type Crash } from '../crash.js'
import { type Noun } from '../noun.js'
import { type Contracting, type Redex } from './contract.js'
import { type Around, type State, begin, take } from './state.js'
import { type Term } from './term.js'

/** A step of a computation, or how it ended. */
export type Step = Reduction | Crashing | Product

/** One line of the definition is applied. */
export interface Reduction {
  readonly is: 'reduction'
  readonly redex: Redex
  /** What takes its place. */
  readonly contractum: Term
  readonly around: Around | undefined
}

/** No line of the definition takes the redex. */
export interface Crashing {
  readonly is: 'crash'
  readonly redex: Redex
  readonly crash: Crash
  readonly around: Around | undefined
}

/** All is done. */
export interface Product {
  readonly is: 'product'
  readonly product: Noun
}

/** Every so many steps a state is kept, at first. */
const EVERY = 64

/** When there are so many, every other one is dropped. */
const MOST = 4096

/** So many states in a row are kept from the last look on, for those who go back step by step. */
const WINDOW = 1024

/**
 * A computation as steps; the first has the number 0. They are found as they are asked for, forward and backward: states
 * are kept here and there, and from the last one before the steps are taken again. So a computation of millions of steps, or
 * one without an end, can be looked at anywhere that there is time to go to.
 *
 * @example
 * new Stepper(41, cell(4, 0, 1)).at(1).contractum === 41
 */
export class Stepper {
  readonly #how: Contracting
  /** The states before the steps 0, every, 2 every, … */
  #kept: State[]
  #every = EVERY
  /** The states before this step and those that follow it, as far as they are known. */
  #from = 0
  #window: State[]
  /** The step that ends it all, once it is known. */
  #last = Infinity

  constructor(subject: Noun, formula: Noun, how: Contracting = { expanded: false }) {
    this.#how = how
    this.#kept = [begin(subject, formula)]
    this.#window = [...this.#kept]
  }

  /** The step of a number, undefined before the first and behind the last. It takes as long as that is away from what was looked at. */
  at(n: number): Step | undefined {
    const state = this.#state(n)
    if (state === undefined || state.is === 'product') return state
    const { redex, around } = state
    const taken = take(state, this.#how)
    if ('crash' in taken) return { is: 'crash', redex, crash: taken.crash, around }
    if (n + 1 === this.#from + this.#window.length) this.#keep(n + 1, taken.next) // whoever goes on need not take it again
    return { is: 'reduction', redex, contractum: taken.contractum, around }
  }

  /**
   * The number of the first step from one on for which a test holds, or of the last one if that comes first.
   *
   * @param most how many steps are looked at, since a computation may have no end
   * @returns undefined where these were not enough
   */
  find(from: number, holds: (step: Reduction) => boolean, most: number): number | undefined {
    for (let n = from; n < from + most; n++) {
      const step = this.at(n)
      if (step === undefined) return this.#last
      if (step.is !== 'reduction' || holds(step)) return n
    }
    return undefined
  }

  /** The state before a step; undefined where there is no such step. */
  #state(n: number): State | undefined {
    if (!(n >= 0 && n <= this.#last)) return undefined
    // What is around a step stays the same object as long as one goes on from there, which `moves.ts` relies on: so a state
    // that follows the window at once is found from the window.
    const nearest = Math.min(Math.floor(n / this.#every), this.#kept.length - 1)
    if (n < this.#from || this.#from + this.#window.length < nearest * this.#every) {
      this.#from = nearest * this.#every
      this.#window = [this.#kept[nearest]!]
    }
    for (let at = this.#from + this.#window.length - 1; at < n; at++) {
      const state = this.#window[at - this.#from]!
      const taken = state.is === 'product' ? undefined : take(state, this.#how)
      if (taken === undefined || 'crash' in taken) {
        this.#last = at
        return undefined
      }
      this.#keep(at + 1, taken.next)
    }
    return this.#window[n - this.#from]
  }

  /** Keeps the state before a step, the one behind those of the window. */
  #keep(n: number, state: State): void {
    if (n % WINDOW === 0) {
      this.#from = n
      this.#window = []
    }
    this.#window.push(state)
    if (n !== this.#kept.length * this.#every) return
    this.#kept.push(state)
    if (this.#kept.length < MOST) return
    this.#kept = this.#kept.filter((_, i) => i % 2 === 0)
    this.#every *= 2
  }
}
