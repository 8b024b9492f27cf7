import { type Atom, type Piece } from '../../../nock/index.js'

/** What the page asks its worker. Nouns go there as text, in which formulas go by their names. */
export type Question =
  | { readonly ask: 'product'; readonly subject: string; readonly formula: string }
  /** From here on it is about the steps of this computation; it is answered again and again while they are counted. */
  | {
      readonly ask: 'steps'
      readonly subject: string
      readonly formula: string
      readonly expanded: boolean
    }
  | { readonly ask: 'look'; readonly at: number }
  | { readonly ask: 'move'; readonly from: number; readonly move: Move }
  | { readonly ask: 'check'; readonly lesson: string; readonly answer: string }

/** Where to go from a step: out of what it is a part of, over what it begins, to the next step by rule 2 or 9. */
export type Move = 'out' | 'over' | 'call'

/** A question on its way. */
export interface Asked {
  readonly id: number
  readonly question: Question
}

/** An answer on its way back. */
export interface Answered {
  readonly id: number
  readonly answer: Answer
}

export type Answer = Product | Counted | Look | Moved | Checked

/** A noun for the page: its jam; undefined where it is too large to be drawn. */
export type Sent = Atom | undefined

export interface Product {
  readonly is: 'product'
  /** Undefined where the formula crashes. */
  readonly text: string | undefined
  readonly noun: Sent
  readonly crash: string | undefined
}

/** So many steps are known. */
export interface Counted {
  readonly is: 'counted'
  readonly steps: number
  /** These are all; or it is not known how many there are in the end. */
  readonly ended: boolean
}

export interface Look {
  readonly is: 'look'
  readonly step: StepView
  /** The steps around it, itself among them. */
  readonly near: readonly Line[]
}

/** A step as the page shows it. */
export interface StepView extends Line {
  readonly before: readonly Piece[]
  /** Undefined where it crashes, and for the product. */
  readonly after: readonly Piece[] | undefined
  readonly sentence: string
  /** In all its lines. */
  readonly crash: string | undefined
}

/** A step in a line, and what of the trees it touches. */
export interface Line {
  readonly n: number
  readonly is: 'reduction' | 'crash' | 'product'
  /** What it reduces; or the product. */
  readonly text: string
  /** The line of the definition. */
  readonly rule: string
  /** The line of the rule that it belongs to, also where an operator of that is reduced. */
  readonly by: string | undefined
  /** The subject it has, and the part that it takes of it. */
  readonly subject: Sent
  readonly part: Atom | undefined
  /** Where in the whole formula the one stands that is reduced, if it is a part of it. */
  readonly formula: Atom | undefined
}

/** The step that a move leads to; undefined where none was found in some seconds. */
export interface Moved {
  readonly is: 'moved'
  readonly to: number | undefined
}

export interface Checked {
  readonly is: 'checked'
  readonly passed: boolean
  readonly words: string
  /** Where the answer cannot be read. */
  readonly error: { readonly offset: number; readonly length: number } | undefined
  /** The subject of the case that came out wrong. */
  readonly subject: string | undefined
}
