import { YES, describeCrash } from '../../nock/index.js'
import { printable } from '../log/printable.js'
import { sameService } from '../supervision/service.js'
import { type Explanation, type Reason } from './explain.js'
import { formulaText } from './formula-text.js'
import { type Names } from './names.js'
import { type Recorded, type Told } from './recorded.js'
import { answerText, headline, loobeanText, requestText, stateText } from './words.js'

/** How text comes out where it is read. */
export interface Style {
  /** Columns. */
  readonly width: number
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
}

/** So many formulas inside each other are shown each further in than the one before. */
const DEEPEST = 10

/** A line that is not longer than the width. */
export const cut = (text: string, width: number): string =>
  text.length > width ? text.slice(0, width - 1) + '…' : text

/**
 * An explanation as people read it: what became of the service and on which event; what it was, what the decision
 * followed from, and what it is then.
 *
 * @returns lines without newlines
 */
export const explanationText = (
  { time, decision }: Recorded,
  { reasons, omitted, product }: Explanation,
  names: Names,
  { width, bold, dim }: Style,
): readonly string[] => {
  const { before, after } = decision
  const reasonLines = ({ level, ...reason }: Reason): readonly string[] => {
    const margin = '  '.repeat(1 + Math.min(level, DEEPEST))
    const fit = (text: string): string => cut(margin + text, width)
    switch (reason.is) {
      case 'formula':
        return [fit(reason.name)]
      case 'request': {
        const { request, answer } = reason
        return [fit(`${requestText(request, before.name)} → ${answerText(request, answer)}`)]
      }
      case 'branch': {
        const { place, condition, meaning, product, taken } = reason
        const text = formulaText(condition, names, width)
        const gave = product === undefined ? 'crashed' : loobeanText(product)
        const where = place === undefined ? '' : `${place}  `
        const then =
          taken === undefined
            ? ''
            : ` ${product === YES ? 'then' : 'else'} ${formulaText(taken, names, width)}`
        return [
          fit(meaning === undefined ? `${text} gives ${gave}` : `${meaning} ${gave}`),
          dim(fit(`  ${where}if ${text}${then}`)),
        ]
      }
    }
  }
  const crash = product._tag === 'Left' ? describeCrash(product.left, decision.formula).split('\n') : []
  return [
    bold(headline(decision, time)),
    `  it was ${stateText(before)}`,
    ...reasons.flatMap(reasonLines),
    ...crash.map((line) => cut(`  ${line}`, width)),
    `  it ${sameService(before, after) ? 'stayed' : 'became'} ${stateText(after)}`,
    ...(omitted > 0 ? [dim(`  (${omitted} more of rule 6 inside formulas that jets stand for: --all)`)] : []),
  ]
}

/**
 * What there is to say besides the decisions that were chosen.
 *
 * @param chosen how many
 * @param wereCounted somebody asked for so many; otherwise for the one that started or stopped the service last
 */
export const restText = (
  { service, turn, since, taken, damage }: Told,
  chosen: number,
  wereCounted: boolean,
): readonly string[] => {
  const name = printable(service)
  if (chosen === 0) {
    if (taken === undefined) return [`${name}: no decision is known that asked or changed something`]
    const how = taken.why === 'adopted' ? 'taken over as an earlier supervisor left it' : 'taken up'
    const until = damage === undefined ? '' : ', up to the damage'
    return [
      `${name}: ${how}, ${stateText(taken.service)}, ${printable(taken.time)}; nothing was asked or changed since${until}`,
    ]
  }
  if (turn === undefined || wereCounted) return []
  const notes: string[] = []
  if (since > 0) {
    const decisions = since === 1 ? 'one decision' : `${since} decisions`
    notes.push(`since then ${decisions} asked something or failed, and left it as it was: --last ${since}`)
  }
  if (taken !== undefined) {
    const how = taken.why === 'adopted' ? 'a later supervisor has taken it over like that' : 'taken up anew'
    notes.push(`${how}, ${printable(taken.time)}`)
  }
  return notes.map((note) => `  (${note})`)
}

/** That the text of some formulas is not the one that was decided by, if there are any. */
export const anotherText = ({ another }: Names): readonly string[] => {
  if (another.length === 0) return []
  const [what, it] = another.length === 1 ? ['another', 'it'] : ['others', 'them']
  return [`  (${another.join(', ')}: ${what} than here; --formulas DIR if you have ${it})`]
}
