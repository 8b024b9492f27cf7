import { parseNoun, showParseError } from '../parse.js'
import { describeCrash } from '../describe.js'
import { type Noun } from '../noun.js'
import { printNoun } from '../print.js'
import { BUDGET, type Finding, type Got, type Verdict } from './check.js'
import { type Lesson } from './lesson.js'

/**
 * A verdict in words, for the terminal and the page.
 *
 * @returns lines without a newline at the end
 */
export const verdictWords = (lesson: Lesson, verdict: Verdict): string => {
  switch (verdict._tag) {
    case 'passed':
      return `passed${verdict.cases > 1 ? `: all ${verdict.cases} cases` : ''}`
    case 'unreadable':
      return ['not yet: ' + showParseError(verdict.error), ...hintLine(verdict.hint)].join('\n')
    case 'wrong': {
      const { finding, right, cases, hint } = verdict
      const count = cases > 1 ? `, ${right} of ${cases} cases are right` : ''
      return [`not yet${count}`, ...findingLines(lesson, finding), ...hintLine(hint)].join('\n')
    }
  }
}

const hintLine = (hint: string | undefined): string[] => (hint === undefined ? [] : [row('hint', hint)])

const row = (label: string, text: string): string => `  ${label.padEnd(8)} ${text}`

const findingLines = (lesson: Lesson, finding: Finding): readonly string[] => {
  const withWords = wordsOf(lesson)
  const show = (noun: Noun) => withWords(printNoun(noun, { limit: 240 }))
  switch (finding._tag) {
    case 'limit':
      return [row('but', finding.message)]
    case 'noun':
      return [row('wanted', 'another noun'), row('got', show(finding.got))]
    case 'case': {
      const { subject, wanted, got } = finding
      const what = 'product' in got ? [row('got', show(got.product))] : crashLines(got).map(withWords)
      return [row('subject', subject), row('wanted', wanted), ...what]
    }
  }
}

const crashLines = ({ crash, formula }: Extract<Got, { readonly crash: unknown }>): string[] => {
  if (crash.why === 'budget')
    return [row('got', `no end: after ${printNoun(BUDGET.steps, { dots: true })} steps it still runs`)]
  const [first, ...rest] = describeCrash(crash, formula).split('\n')
  return [row('got', `a crash, ${first}`), ...rest.map((line) => ' '.repeat(9) + line)]
}

/** Puts the words that the lesson writes for atoms into a text: `%web`, not 6448503. */
const wordsOf = ({ cases, solution }: Lesson): ((text: string) => string) => {
  const words = new Map<string, string>()
  for (const [word] of (JSON.stringify(cases) + solution).matchAll(/%[a-z][a-z-]+/g)) {
    const read = parseNoun(word)
    if (read._tag === 'Right') words.set(printNoun(read.right), word)
  }
  return (text) => text.replaceAll(/\d+/g, (atom) => words.get(atom) ?? atom)
}
