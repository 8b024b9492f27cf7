import { peg } from '../axis.js'
import { type Atom, type Noun, isAtom, isCell } from '../noun.js'
import { printNoun } from '../print.js'
import { subFormulas } from '../sub-formulas.js'
import { type Shape, both, productShape, shapeAt } from './shape.js'

/** A formula in words, and so what it is made of. */
export interface Explanation {
  /** At which axis of the whole formula it stands. */
  readonly axis: Atom
  readonly formula: Noun
  /** The number of its rule; undefined for a pair of formulas, and for what is no formula. */
  readonly rule: number | undefined
  /** What it does, its parts apart: `if`, `the constant 1`, `state (axis 14)`. */
  readonly words: string
  /** What it is called, if it has a name: then it is not taken apart. */
  readonly name: string | undefined
  /** Each with what it is to the whole: `then`. */
  readonly parts: readonly { readonly as: string; readonly of: Explanation }[]
  /** By rule 8: where the parts of the subject that have names are afterwards. */
  readonly moved: readonly Moved[]
}

/** What was at one axis is at another. */
export interface Moved {
  readonly name: string
  readonly was: Atom
  readonly is: Atom
}

export interface Explaining {
  /** What is known of the subject. */
  readonly subject: Shape
  /** What a formula is called; not asked of the whole. */
  readonly nameOf: (formula: Noun) => string | undefined
  /** What is known of the product of a formula that has a name. */
  readonly productOf: (formula: Noun, subject: Shape) => Shape | undefined
  readonly cords: ReadonlySet<Atom>
}

/** Formulas deeper than so many others are not taken apart. */
const DEEPEST = 64
/** So many formulas are, the first from the left: those that share their parts have exponentially many. */
const MOST = 2_000

/**
 * A formula in words.
 *
 * @example
 * explainFormula(cell(4, 0, 1), { subject: UNKNOWN, nameOf: () => undefined, productOf: () => undefined, cords: new Set() }).words === 'one more than'
 */
export const explainFormula = (formula: Noun, how: Explaining): Explanation =>
  explained(formula, 1, how, 0, { left: MOST })

/** @param room for so many more formulas */
const explained = (
  formula: Noun,
  axis: Atom,
  how: Explaining,
  depth: number,
  room: { left: number },
): Explanation => {
  const rule =
    isCell(formula) && typeof formula.head === 'number' && formula.head <= 11 ? formula.head : undefined
  const name = depth === 0 ? undefined : how.nameOf(formula)
  const words = name ?? wordsOf(formula, rule, how)
  const all = name === undefined ? subFormulas(formula) : []
  const isWhole = depth < DEEPEST && all.length <= room.left
  const inside = isWhole ? all : []
  room.left -= inside.length
  const roles = rolesOf(formula, rule)
  return {
    axis,
    formula,
    rule,
    words: isWhole || all.length === 0 ? words : `${words} …`,
    name,
    parts: inside.map((part, i) => ({
      as: roles[i] ?? '',
      of: explained(
        part.formula,
        peg(axis, part.axis),
        { ...how, subject: subjectOf(formula, i, how) },
        depth + 1,
        room,
      ),
    })),
    moved: rule === 8 && name === undefined ? movedBy(how.subject) : [],
  }
}

/** On what a part of a formula is evaluated. */
const subjectOf = (formula: Noun, part: number, { subject, productOf }: Explaining): Shape => {
  if (part === 0 || !isCell(formula) || !isCell(formula.tail)) return subject
  const first = (): Shape => productShape((formula.tail as { readonly head: Noun }).head, subject, productOf)
  return formula.head === 7 ? first() : formula.head === 8 ? both(first(), subject) : subject
}

/** What each part is to the formula. */
const rolesOf = (formula: Noun, rule: number | undefined): readonly string[] => {
  switch (rule) {
    case 2:
      return ['on', 'by what this gives']
    case 5:
      return ['this', 'and this']
    case 6:
      return ['', 'then', 'else']
    case 7:
      return ['first', 'then, on that']
    case 8:
      return ['this', 'then']
    case 10:
      return ['by', 'in']
    case 11:
      return isCell(formula) && isCell(formula.tail) && isCell(formula.tail.head)
        ? ['hint', 'then']
        : ['then']
    default:
      return []
  }
}

const wordsOf = (formula: Noun, rule: number | undefined, { subject, cords }: Explaining): string => {
  const show = (noun: Noun): string => printNoun(noun, { cords, limit: 60 })
  if (!isCell(formula)) return `${show(formula)}, an atom: no formula`
  const { head, tail: rest } = formula
  if (isCell(head)) return 'a cell of'
  const inner = isCell(rest) ? rest.head : 0
  switch (rule) {
    case 0:
      return isAtom(rest) ? partWords(rest, subject) : `${show(formula)}: no axis`
    case 1:
      return `the constant ${show(rest)}`
    case 2:
      return 'evaluate a formula that is made'
    case 3:
      return 'is this a cell?'
    case 4:
      return 'one more than'
    case 5:
      return 'are these the same?'
    case 6:
      return 'if'
    case 7:
      return 'one after the other'
    case 8:
      return 'put in front of the subject'
    case 9:
      return `run the arm at axis ${show(inner)} of this core`
    case 10:
      return isCell(inner)
        ? `replace the part at axis ${show(inner.head)}`
        : `${show(formula)}: no form that rule 10 takes`
    case 11:
      return `with the hint ${show(isCell(inner) ? inner.head : inner)}`
    default:
      return `${show(formula)}: no rule ${show(head)}`
  }
}

const partWords = (axis: Atom, subject: Shape): string => {
  const { name } = shapeAt(subject, axis)
  const there = printNoun(axis, { limit: 40 })
  if (axis === 0) return 'a crash: there is no axis 0'
  if (name === undefined) return axis === 1 ? 'the subject, all of it' : `the part at axis ${there}`
  return `${name} (axis ${there})`
}

/** The parts of a subject that have names, with their axes; of a shape that shares its parts not all. */
const namedParts = (subject: Shape): readonly (readonly [name: string, axis: Atom])[] => {
  const named: (readonly [string, Atom])[] = []
  const waiting: (readonly [shape: Shape, axis: Atom])[] = [[subject, 1]]
  for (let left = MOST; left > 0; left--) {
    const next = waiting.pop()
    if (next === undefined) break
    const [{ name, parts }, axis] = next
    if (name !== undefined && axis !== 1) named.push([name, axis])
    if (parts !== undefined) waiting.push([parts[1], peg(axis, 3)], [parts[0], peg(axis, 2)])
  }
  return named
}

/** What is put in front of a subject moves all of it to axis 3. */
const movedBy = (subject: Shape): readonly Moved[] =>
  namedParts(subject).map(([name, axis]) => ({ name, was: axis, is: peg(3, axis) }))
