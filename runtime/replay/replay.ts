import { type Budget, reference } from '../../nock/index.js'
import { type Line } from '../journal/line.js'
import { type Place, type Read } from '../journal/read.js'
import { type Evaluate, redo } from './decision.js'
import { Formulas, type Named } from './formulas.js'
import { type Mismatch } from './mismatch.js'
import { type Report, Tally } from './report.js'
import { States } from './states.js'

export interface ReplayOptions {
  /** By what decisions are made again, without jets; the reference unless given. */
  readonly evaluate?: Evaluate | undefined
  /** What each of them may take; {@link BUDGET} unless given. */
  readonly budget?: Budget | undefined
  /** A chain that one of the lines must have, as it was known before: so lines that were cut off at the end are missed. */
  readonly head?: string | undefined
}

/** What a replay came to. */
export type Verdict =
  | { readonly _tag: 'Same' }
  /** The first line that is not as it should be. */
  | ({ readonly _tag: 'Differs' } & Found)
  /** The first decision for which the budget did not do: who knows what it gives. */
  | ({ readonly _tag: 'Undecided' } & Found)
  /** The first line that is not what was written there; nothing behind it was looked at. */
  | Extract<Read, { _tag: 'Damaged' }>
  /** All lines are as they should be, but the one that was asked for is not among them. */
  | { readonly _tag: 'Cut'; readonly head: string }

/** A line, and what is wrong with it. */
export interface Found {
  readonly place: Place
  readonly line: Line
  readonly formula: Readonly<Named> | undefined
  readonly mismatch: Mismatch
}

/** Some thousand times what a supervisor allows. */
export const BUDGET: Budget = { steps: 1e8, nouns: 1e8 }

/**
 * Makes every decision of a journal again, and holds it against the line: its product, its formula's hash, and what its
 * service was before. Ends with the first difference. Keeps the services, the formulas and counters, and no line.
 *
 * @param lines as `readJournal` reads them
 */
export const replay = (
  lines: Iterable<Read>,
  options: ReplayOptions = {},
): { readonly verdict: Verdict; readonly report: Report } => {
  const { evaluate = reference, budget = BUDGET, head } = options
  const formulas = new Formulas()
  const states = new States()
  const tally = new Tally()
  let verdict: Verdict = { _tag: 'Same' }
  let torn: Report['torn']
  let isHeadSeen = head === undefined
  let isFirst = true

  const check = (line: Line): Mismatch | undefined => {
    switch (line.line) {
      case 'journal':
        formulas.start()
        if (isFirst && line.number > 1) states.lose() // the files before were taken away
        return undefined
      case 'start':
        formulas.start()
        states.clear()
        return undefined
      case 'lost':
        states.lose()
        return undefined
      case 'formula':
        return formulas.add(line)
      case 'service':
        return states.service(line)
      case 'decision': {
        const formula = formulas.get(line.formula)
        if (formula === undefined)
          return { message: `the file has no formula ${line.formula} before this line` }
        const mismatch = states.before(line) ?? redo(line, formula.noun, evaluate, budget)
        if (mismatch !== undefined) return mismatch
        formula.decisions++
        if (line.product !== undefined) states.after(line.service, line.product)
        return undefined
      }
      case 'quiet':
        return undefined
      case 'end':
        states.clear() // nothing is supervised until the next one
        return undefined
    }
  }

  for (const read of lines) {
    if (read._tag === 'Torn') torn = read
    else if (read._tag === 'Damaged') verdict = read
    else {
      const { line, place, chain } = read
      const mismatch = check(line)
      if (mismatch !== undefined) {
        const formula = line.line === 'decision' ? formulas.get(line.formula) : undefined
        const _tag = mismatch.crash?.why === 'budget' ? 'Undecided' : 'Differs'
        verdict = { _tag, place, line, formula, mismatch }
        break
      }
      isFirst = false
      isHeadSeen ||= chain === head
      tally.count(read)
    }
  }
  if (verdict._tag === 'Same' && !isHeadSeen) verdict = { _tag: 'Cut', head: head! }
  return { verdict, report: tally.report(formulas.all, torn) }
}
