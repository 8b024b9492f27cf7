import { type Noun } from '../../noun.js'
import { type Code } from '../code.js'
import { Body } from './function.js'
import {
  ANY,
  type Pair,
  SMALL,
  type Shape,
  type Way,
  constant,
  nounAt,
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
  /** What is known of the first subject that it is written for. */
  readonly hint: Hint
  shape: Shape = ANY
  text = ''
  /** Numbers may go beyond 2^53 here. */
  readonly wide: boolean
  /** Where its callers among the unit have what. */
  readonly callers = new Map<Spec, Shape[]>()
  /** What it looked into, and where it had to find its code, as it was written last. */
  readonly looks = new Set<Way>()
  readonly wants = new Set<Way>()
  /** Where callers differ, so that nothing more is taken for granted. */
  readonly refused = new Set<Way>()

  constructor(name: string, code: Code, hint: Hint, wide: boolean) {
    this.name = name
    this.code = code
    this.hint = hint
    this.wide = wide
  }
}

/** Subjects that were seen, or what a caller knows of the subject that it makes. */
export type Hint = Seen | { readonly kind: 'made'; readonly shape: Shape }

/** A subject, and one before it: what both have at one place, the same object, is likely to stay. */
export interface Seen {
  readonly kind: 'seen'
  readonly subject: Noun
  readonly earlier: Noun
}

/** So many functions go into a unit, so many for one code, so many arguments into a function. */
const FUNCTIONS = 24
const FOR_ONE_CODE = 4
const ARGUMENTS = 12

/** So often a unit's functions are written until they fit together. */
const ROUNDS = 200

/** How far a caller's knowledge goes. */
const DEPTH = 12

/**
 * Functions that call one another, written together: each is written again as long as there is something to be learnt of
 * its subject, from the code that it wants to find there and from what its callers have.
 */
export class Unit {
  readonly constants = new Constants()
  readonly specs: Spec[] = []
  /** Is there a budget to count for? */
  readonly counts: boolean
  /** What was called less is no part of the unit. */
  readonly #often: number
  readonly #sites = new Map<Code, Map<number, Site>>()
  readonly #dirty = new Set<Spec>()

  constructor(counts: boolean, often: number) {
    this.counts = counts
    this.#often = often
  }

  /** Writes a function for a code, and those that it calls; false where they do not come to fit. */
  write(code: Code, hint: Hint): boolean {
    this.#add(code, hint)
    for (let round = 0; round < ROUNDS; round++) {
      const spec = this.#dirty.values().next().value
      if (spec === undefined) return true
      this.#dirty.delete(spec)
      for (const other of this.specs) other.callers.delete(spec)
      spec.looks.clear()
      spec.wants.clear()
      spec.text = new Body(spec, this).write()
      for (const other of this.specs) this.#learn(other)
    }
    return false
  }

  #add(code: Code, hint: Hint): Spec {
    const spec = new Spec(`f${this.specs.length}`, code, hint, this.translations(code).wide)
    this.specs.push(spec)
    this.#dirty.add(spec)
    return spec
  }

  /** The function to call for a code on this subject; undefined where that is found out when it is called. */
  callee(caller: Spec, code: Code, subject: Value, facts: Facts): Spec | undefined {
    const known = shapeOf(subject, facts, DEPTH)
    const alike = this.specs.filter((spec) => spec.code === code)
    const spec =
      alike.find((one) => agrees(one.shape, known)) ??
      (code.calls >= this.#often && alike.length < FOR_ONE_CODE && this.specs.length < FUNCTIONS
        ? this.#add(code, { kind: 'made', shape: known })
        : undefined)
    if (spec === undefined) return undefined
    spec.callers.set(caller, [...(spec.callers.get(caller) ?? []), known])
    this.#widen(spec, spec.shape, known, '')
    return spec
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
    const all = spec.hint.kind === 'made' ? [spec.hint.shape, ...callers] : callers
    if (callers.length === 0) return
    for (const [way, { kind }] of parameters(spec.shape)) {
      if (kind === 'small' || spec.refused.has(way)) continue
      const has = (test: (shape: Shape | undefined) => boolean): boolean =>
        all.every((shape) => test(shapeAt(shape, way)))
      if (has((shape) => shape?.kind === 'small') && seenAt(spec.hint, way, isNumber)) {
        return this.#reshape(spec, way, SMALL)
      }
      const room = parameters(spec.shape).length < ARGUMENTS
      if (room && spec.looks.has(way) && has(isPair) && seenAt(spec.hint, way, isCell)) {
        return this.#reshape(spec, way, { kind: 'pair', head: ANY, tail: ANY })
      }
    }
  }

  /** Takes the code at a way for granted, or better what it is part of, as far as that stays the same. */
  #find(spec: Spec, way: Way): boolean {
    for (let length = 1; length <= way.length; length++) {
      const part = way.slice(0, length)
      const known = shapeAt(spec.shape, part)
      if (known?.kind === 'pair' || known?.kind === 'constant') continue
      const noun = stays(spec.hint, part)
      if (typeof noun !== 'object' || spec.refused.has(part)) continue
      this.#reshape(spec, part, constant(noun))
      return true
    }
    return false
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
const seenAt = (hint: Hint, way: Way, test: (noun: Noun | undefined) => boolean): boolean =>
  hint.kind === 'made' || test(nounAt(hint.subject, way))

/** What is at a way and likely stays there. */
const stays = (hint: Hint, way: Way): Noun | undefined => {
  if (hint.kind === 'made') {
    const known = shapeAt(hint.shape, way)
    return known?.kind === 'constant' ? known.noun : undefined
  }
  const noun = nounAt(hint.subject, way)
  return noun === nounAt(hint.earlier, way) ? noun : undefined
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

/** What a caller knows of a value. */
const shapeOf = (value: Value, facts: Facts, depth: number): Shape => {
  switch (value.kind) {
    case 'constant':
      return isSmall(sortOfNoun(value.noun)) ? SMALL : typeof value.noun === 'object' ? value : ANY
    case 'pair':
      return depth === 0
        ? ANY
        : ({
            kind: 'pair',
            head: shapeOf(value.head, facts, depth - 1),
            tail: shapeOf(value.tail, facts, depth - 1),
          } satisfies Pair<Shape>)
    default:
      return isSmall(sortOf(value, facts)) ? SMALL : ANY
  }
}
