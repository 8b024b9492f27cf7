import { type Noun } from '../../noun.js'
import { codeOf } from '../cache.js'
import { type Code } from '../code.js'
import { Counting } from './counting/counting.js'
import { type Modulo } from './modulo.js'
import {
  ANY,
  SMALL,
  type Shape,
  type Way,
  constant,
  nounAt,
  pair,
  parameters,
  placed,
  shapeAt,
} from './shape.js'
import { type Site } from './unwinding.js'
import { type Facts, type Value, isSmall, sortOfNoun } from './value.js'
import { Constants, sortOf } from './writer.js'

/** A function to be written: a code for subjects of a shape, which is found step by step. */
export class Spec {
  readonly name: string
  readonly code: Code
  /** What it is written for; nothing where only functions of the unit call it. */
  readonly seen: Seen | undefined
  shape: Shape = ANY
  text = ''
  /** Numbers may go beyond 2^53 here. */
  readonly wide: boolean
  /** What is to be done with the product of a call of itself, that it does not need a stack for. */
  modulo: Modulo | undefined
  /** Where its callers among the unit have what. */
  readonly callers = new Map<Spec, Shape[]>()
  /** What it looked into, and where it had to find its code, as it was written last. */
  readonly looks = new Set<Way>()
  wants = new Set<Way>()
  /** Where callers differ, so that nothing more is taken for granted. */
  readonly refused = new Set<Way>()

  constructor(name: string, code: Code, seen: Seen | undefined, wide: boolean) {
    this.name = name
    this.code = code
    this.seen = seen
    this.wide = wide
  }
}

/** A subject that was seen, and one before it: what both have at one place, the same object, is likely to stay. */
export interface Seen {
  readonly subject: Noun
  readonly earlier: Noun
}

/** So many functions go into a unit, so many for one code, so many arguments into a function. */
const FUNCTIONS = 24
const FOR_ONE_CODE = 4
const ARGUMENTS = 12

/** So often a unit's functions are written until they fit together. */
const ROUNDS = 200

/** How far down a function wants its code: two that call each other would want it ever deeper. */
const FURTHEST = 48

/** How far a caller's knowledge goes. */
const DEPTH = 12

/**
 * Functions that call one another, written together: each is written again as long as there is something to be learnt of
 * its subject, from the code that it wants to find there and from what its callers have.
 */
export class Unit {
  readonly constants = new Constants()
  readonly counting = new Counting()
  readonly specs: Spec[] = []
  /** Is there a budget to count for? */
  readonly counts: boolean
  /** Writes one function. */
  readonly #body: (spec: Spec, unit: Unit) => string
  /** What was called less is no part of the unit. */
  readonly #often: number
  readonly #sites = new Map<Code, Map<number, Site>>()
  readonly #dirty = new Set<Spec>()

  constructor(counts: boolean, often: number, body: (spec: Spec, unit: Unit) => string) {
    this.counts = counts
    this.#body = body
    this.#often = often
  }

  /** Writes a function for a code, and those that it calls; false where they do not come to fit. */
  write(code: Code, seen: Seen): boolean {
    this.#add(code, seen)
    for (let round = 0; round < ROUNDS; round++) {
      const spec = this.#dirty.values().next().value
      if (spec === undefined) return true
      this.#dirty.delete(spec)
      for (const other of this.specs) other.callers.delete(spec)
      const wanted = spec.wants
      spec.looks.clear()
      spec.wants = new Set()
      const { modulo } = spec
      spec.text = this.#body(spec, this)
      if (spec.modulo !== modulo) this.#dirty.add(spec)
      if (![...spec.wants].every((way) => wanted.has(way)))
        for (const caller of spec.callers.keys()) this.#dirty.add(caller)
      for (const other of this.specs) this.#learn(other)
    }
    return false
  }

  #add(code: Code, seen?: Seen): Spec {
    const spec = new Spec(`f${this.specs.length}`, code, seen, this.translations(code).wide)
    this.specs.push(spec)
    this.#dirty.add(spec)
    return spec
  }

  /** The product of a call that only puts together what is there, as an arm does that builds a gate. */
  plain(caller: Code, subject: Value, formula: Value): Value | undefined {
    if (formula.kind !== 'constant' || typeof formula.noun !== 'object') return undefined
    return this.counting.plain(codeOf(formula.noun, caller.jets), subject)
  }

  /** The function to call for a code on this subject; undefined where that is found out when it is called. */
  callee(caller: Spec, code: Code, subject: Value, facts: Facts): Spec | undefined {
    const known = shapeOf(subject, facts, DEPTH)
    const alike = this.specs.filter((spec) => spec.code === code)
    const spec =
      alike.find((one) => agrees(one.shape, known)) ??
      (code.calls >= this.#often && alike.length < FOR_ONE_CODE && this.specs.length < FUNCTIONS
        ? this.#add(code)
        : undefined)
    if (spec === undefined) return undefined
    if (caller !== spec) for (const way of spec.wants) this.#wants(caller, subject, way)
    const handed = caller === spec ? shapeOf(subject, facts, DEPTH, '') : known
    spec.callers.set(caller, [...(spec.callers.get(caller) ?? []), handed])
    this.#widen(spec, spec.shape, known, '')
    return spec
  }

  /** What a function wants of its subject, its caller wants where it has that from. */
  #wants(caller: Spec, subject: Value, way: Way): void {
    let here = subject
    for (let i = 0; i <= way.length; i++) {
      if (here.kind === 'named' && here.way !== undefined && here.way.length + way.length - i <= FURTHEST)
        caller.wants.add(here.way + way.slice(i))
      if (here.kind !== 'pair') return
      here = way[i] === '1' ? here.tail : here.head
    }
  }

  /** Takes back what a caller does not have. */
  #widen(spec: Spec, wanted: Shape, known: Shape, way: Way): void {
    if (wanted.kind === 'small' && known.kind !== 'small') this.#refuse(spec, way)
    if (wanted.kind !== 'pair') return
    const [head, tail] = [shapeAt(known, '0'), shapeAt(known, '1')]
    if (head === undefined || tail === undefined) return this.#refuse(spec, way)
    this.#widen(spec, wanted.head, head, way + '0')
    this.#widen(spec, wanted.tail, tail, way + '1')
  }

  #refuse(spec: Spec, way: Way): void {
    spec.refused.add(way)
    this.#reshape(spec, way, ANY)
  }

  #reshape(spec: Spec, way: Way, part: Shape): void {
    spec.shape = placed(spec.shape, way, part)
    this.#dirty.add(spec)
    for (const caller of spec.callers.keys()) this.#dirty.add(caller)
  }

  /** Takes more for granted of a function's subject, where that is of use and all callers have it. */
  #learn(spec: Spec): void {
    for (const way of spec.wants) if (this.#find(spec, way)) return
    const callers = [...spec.callers.values()].flat()
    if (callers.length === 0) return
    for (const [way, { kind }] of parameters(spec.shape)) {
      if (kind === 'small' || spec.refused.has(way)) continue
      const has = (test: (shape: Shape | undefined) => boolean): boolean =>
        callers.every((shape) => shapeAt(shape, way) === KEPT || test(shapeAt(shape, way)))
      if (has((shape) => shape?.kind === 'small') && seenAt(spec, way, isNumber)) {
        return this.#reshape(spec, way, SMALL)
      }
      const room = parameters(spec.shape).length < ARGUMENTS
      if (room && spec.looks.has(way) && has(isPair) && seenAt(spec, way, isCell)) {
        return this.#reshape(spec, way, pair(ANY, ANY))
      }
    }
  }

  /** Takes the code at a way for granted, or better what it is part of, as far as that stays the same. */
  #find(spec: Spec, way: Way): boolean {
    for (let length = 1; length <= way.length; length++) {
      const part = way.slice(0, length)
      const known = shapeAt(spec.shape, part)
      if (known?.kind === 'pair' || known?.kind === 'constant') continue
      const noun = stays(spec, part)
      if (typeof noun !== 'object' || spec.refused.has(part) || this.#varies(spec, part, noun)) continue
      this.#reshape(spec, part, constant(noun))
      return true
    }
    return false
  }

  /** Was a subject seen before that has something else there? Then what is deeper may be the same, such as a battery. */
  #varies({ code, seen }: Spec, way: Way, noun: Noun): boolean {
    if (seen === undefined) return false
    return this.translations(code).known.some(({ shape }) => {
      const part = shapeAt(shape, way)
      return part?.kind === 'constant' && part.noun !== noun
    })
  }

  /** The same place holds the same number of nouns, however the code comes there. */
  site(code: Code, place: number, size: number): Site {
    const ofCode = this.#sites.get(code) ?? new Map<number, Site>()
    this.#sites.set(code, ofCode)
    const site = ofCode.get(place) ?? { code, place, size }
    ofCode.set(place, site)
    return site
  }

  translations(code: Code): NonNullable<Code['free']> {
    const which = this.counts ? 'counted' : 'free'
    return (code[which] ??= { known: [], earlier: undefined, next: 0, narrow: 0, wide: false })
  }
}

const isNumber = (noun: Noun | undefined): boolean => typeof noun === 'number'
const isCell = (noun: Noun | undefined): boolean => typeof noun === 'object'

const isPair = (shape: Shape | undefined): boolean =>
  shape?.kind === 'pair' || (shape?.kind === 'constant' && typeof shape.noun === 'object')

/** Nothing seen speaks against it. */
const seenAt = ({ seen }: Spec, way: Way, test: (noun: Noun | undefined) => boolean): boolean =>
  seen === undefined || test(nounAt(seen.subject, way))

/** What is at a way and likely stays there. */
const stays = ({ seen, callers }: Spec, way: Way): Noun | undefined => {
  if (seen !== undefined) {
    const noun = nounAt(seen.subject, way)
    return noun === nounAt(seen.earlier, way) ? noun : undefined
  }
  for (const shape of [...callers.values()].flat()) {
    const known = shapeAt(shape, way)
    if (known?.kind === 'constant') return known.noun
  }
  return undefined
}

/** Could a function for this shape take a subject of which so much is known, constants as they are? */
const agrees = (wanted: Shape, known: Shape): boolean => {
  if (wanted.kind === 'constant') return known.kind === 'constant' && known.noun === wanted.noun
  if (wanted.kind !== 'pair') return true
  const [head, tail] = [shapeAt(known, '0'), shapeAt(known, '1')]
  if (head === undefined || tail === undefined) return !hasConstant(wanted)
  return agrees(wanted.head, head) && agrees(wanted.tail, tail)
}

const hasConstant = (shape: Shape): boolean =>
  shape.kind === 'constant' || (shape.kind === 'pair' && (hasConstant(shape.head) || hasConstant(shape.tail)))

/** An argument that a function hands on to itself as it is: whatever is found out of it holds for both. */
const KEPT: Shape = { kind: 'any' }

/** What a caller knows of a value; with `way`, of one that it calls itself with, and the value stands there. */
const shapeOf = (value: Value, facts: Facts, depth: number, way?: Way): Shape => {
  switch (value.kind) {
    case 'constant':
      return isSmall(sortOfNoun(value.noun)) ? SMALL : typeof value.noun === 'object' ? value : ANY
    case 'pair':
      return depth === 0
        ? ANY
        : pair(
            shapeOf(value.head, facts, depth - 1, way === undefined ? way : way + '0'),
            shapeOf(value.tail, facts, depth - 1, way === undefined ? way : way + '1'),
          )
    default:
      if (isSmall(sortOf(value, facts))) return SMALL
      return value.kind === 'named' && way !== undefined && value.way === way ? KEPT : ANY
  }
}
