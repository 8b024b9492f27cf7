import {
  type Atom,
  type Noun,
  type Piece,
  type Shown,
  type Step,
  describeCrash,
  printNoun,
  ruleLine,
  sentence,
  showStep,
} from '../../nock/index.js'

/** A step in words, for whichever way it is shown. */
export interface Told {
  readonly n: number
  readonly before: readonly Piece[]
  /** Undefined where it crashes, and for the product. */
  readonly after: readonly Piece[] | undefined
  /** The line of the definition; empty for the product. */
  readonly rule: string
  readonly sentence: string
  /** Why there is no way on. */
  readonly crash: string | undefined
}

/** How steps are told. */
export interface Telling {
  readonly isExpanded: boolean
  /** The formula that was evaluated, of which a crash shows the place. */
  readonly formula: Noun
  /** Atoms that are shown as text: all, or these. */
  readonly cords: boolean | ReadonlySet<Atom>
  /** So many characters of each noun. */
  readonly limit: number
}

export const tell = (n: number, step: Step, { isExpanded, formula, cords, limit }: Telling): Told => ({
  n,
  ...shownOf(step, (noun) => printNoun(noun, { cords, limit })),
  rule: ruleLine(step),
  sentence: sentence(step, isExpanded),
  crash: step.is === 'crash' ? describeCrash(step.crash, formula) : undefined,
})

/** Of a product nothing is replaced. */
const shownOf = (step: Step, print: (noun: Noun) => string): Shown =>
  step.is === 'product'
    ? { before: [{ text: print(step.product), marked: false }], after: undefined }
    : showStep(step, { print })
