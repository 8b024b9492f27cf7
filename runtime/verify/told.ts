import { type Noun, describeCrash, jam, printNoun } from '../../nock/index.js'
import { type Answer } from './answer.js'
import { type By, type Formula } from './formula.js'
import { type Wrong } from './generated.js'
import { type Disagreement } from './law.js'

type Detail = readonly [label: string, text: string]

/** A disagreement in words. */
export const told = (subject: Noun, disagreement: Disagreement): Wrong => ({
  headline: headline(disagreement),
  details: [...toldSubject(subject), ...details(disagreement)],
  ...(disagreement.is === 'never ends' ? { asItIs: true } : {}),
})

const headline = (disagreement: Disagreement): string => {
  switch (disagreement.is) {
    case 'differs':
      return 'it gives another value than its formula'
    case 'crashes':
      return 'it crashes where its formula has a value'
    case 'more':
      return `it has a value where its formula ${disagreement.formula.is === 'never' ? 'never ends' : 'crashes'}`
    case 'throws':
      return `${disagreement.out === 'run' ? 'it' : `its ${disagreement.out}`} throws what is no crash`
    case 'no noun':
      return `${disagreement.out === 'run' ? 'it answers' : 'its resume gives'} what is no noun`
    case 'changed':
      return 'it changes its subject'
    case 'unsteady':
      return 'it answers the same subject differently the second time'
    case 'sharing':
      return 'it answers differently when equal parts of its subject are not one cell'
    case 'never ends':
      return 'it does not end'
    case 'elsewhere':
      return 'its resume is no later point of its formula'
  }
}

const details = (disagreement: Disagreement): readonly Detail[] => {
  switch (disagreement.is) {
    case 'differs':
    case 'crashes':
    case 'more':
      return [...toldFormula('formula', disagreement.formula), toldAnswer('jet', disagreement.jet)]
    case 'throws':
      return [['thrown', shownError(disagreement.thrown)]]
    case 'no noun':
      return [[`${disagreement.out === 'run' ? 'jet' : 'resume'} gives`, disagreement.why]]
    case 'changed':
      return []
    case 'unsteady':
      return [toldAnswer('first it', disagreement.first), toldAnswer('then it', disagreement.second)]
    case 'sharing':
      return [toldAnswer('one cell: it', disagreement.shared), toldAnswer('two: it', disagreement.unshared)]
    case 'never ends':
      return [['ended after', `${disagreement.milliseconds / 1000} s`]]
    case 'elsewhere':
      return [
        ...toldFormula('formula', disagreement.whole),
        ...toldFormula('resumed, it', disagreement.resumed),
      ]
  }
}

const toldFormula = (who: string, formula: Formula): readonly Detail[] => {
  switch (formula.is) {
    case 'value':
      return [[`${who} gives`, shown(formula.noun)], ...way(formula.by)]
    case 'crash':
      return [[`${who} crashes`, describeCrash(formula.crash).split('\n')[0]!], ...way(formula.by)]
    case 'never':
      return [[who, 'spends its budget, from a later point on']]
    case 'spent':
      return [[who, 'spends its budget']]
  }
}

const way = (by: By): readonly Detail[] =>
  by === 'jets' ? [['found with', 'the other jets, for parts of the formula']] : []

const toldAnswer = (who: string, answer: Answer): Detail => {
  switch (answer.is) {
    case 'value':
      return [`${who} gives`, shown(answer.noun)]
    case 'crash':
      return [`${who} crashes`, describeCrash(answer.crash).split('\n')[0]!]
    case 'back':
      return [who, 'leaves it to the formula']
  }
}

/** The most characters that a noun is shown with. */
const SHOWN = 1_000

/** The most bits of a jam that is shown beside a noun that is not shown whole. */
const JAM_SHOWN = 8_000

const shown = (noun: Noun): string => printNoun(noun, { limit: SHOWN })

/** A subject that is too long to be shown whole is shown as its jam, too, to copy: `runock cue` reads it. */
const toldSubject = (subject: Noun): readonly Detail[] => {
  const text = shown(subject)
  if (!text.includes('…')) return [['subject', text]]
  const jammed = jam(subject)
  return jammed < 2n ** BigInt(JAM_SHOWN)
    ? [
        ['subject', text],
        ['its jam', printNoun(jammed)],
      ]
    : [['subject', text]]
}

const shownError = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `${typeof thrown}: ${String(thrown)}`
