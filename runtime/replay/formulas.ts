import { type Noun, equal, mug } from '../../nock/index.js'
import { hex } from '../formulas/hash.js'
import { type Line } from '../journal/line.js'
import { type Mismatch } from './mismatch.js'

/** A formula that decisions name. */
export interface Named {
  /** Its hash; with a number behind, `0x0badcafe-2`, where two have the same. */
  readonly id: string
  readonly name: string | undefined
  readonly noun: Noun
  /** How many decisions were made by it. */
  decisions: number
}

/** The formulas that a journal carries. */
export class Formulas {
  /** Those of this file, and this supervisor, by their ids. */
  private readonly carried = new Map<string, Named>()
  private readonly met = new Map<string, Named[]>()

  /** A file, or a supervisor, starts: it carries its formulas itself. */
  start(): void {
    this.carried.clear()
  }

  /** A `formula` line: taken over, or what is wrong with it. */
  add({ formula: id, name, noun }: Extract<Line, { line: 'formula' }>): Mismatch | undefined {
    const hash = hex(mug(noun))
    if (!(id === hash || (id.startsWith(`${hash}-`) && NUMBER.test(id.slice(hash.length + 1))))) {
      return { message: `the hash of this formula is ${hash}, not ${id}` }
    }
    const before = this.carried.get(id)
    if (before !== undefined && !equal(before.noun, noun)) {
      return {
        message: `two formulas are called ${id}`,
        nouns: { what: 'formula', journal: noun, replay: before.noun },
      }
    }
    const met = this.met.get(id) ?? []
    let known = met.find((one) => one.name === name && equal(one.noun, noun))
    if (known === undefined) {
      known = { id, name, noun, decisions: 0 }
      this.met.set(id, [...met, known])
    }
    this.carried.set(id, known)
    return undefined
  }

  get(id: string): Named | undefined {
    return this.carried.get(id)
  }

  /** Every one that there was, in the order in which they came. */
  get all(): readonly Named[] {
    return [...this.met.values()].flat()
  }
}

const NUMBER = /^[1-9]\d*$/
