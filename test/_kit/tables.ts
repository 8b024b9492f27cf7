import { describe, expect, test } from 'vitest'
import { type Noun, nock, printNoun, reference } from '../../nock/index.js'
import { type Evaluate, type Outcome } from './outcome.js'
import { nounOf } from './text.js'

/** A subject, and the product or the crash, both as texts. */
export type Row = readonly [subject: string, outcome: string]

/** No table needs more: what ends does so long before. */
const BUDGET = { steps: 100_000, nouns: 100_000 }

/** The two interpreters, neither with jets. */
const interpreters: Readonly<Record<string, Evaluate>> = { reference, machine: nock }

/**
 * Tests a formula on the rows of a table, by both interpreters. An outcome is a noun, or a crash as in
 * `crash: rule 0, axis 6`, `crash: rule 6, test`, `crash: no rule`, `crash: budget`.
 */
export const evaluates = (formula: Noun, rows: readonly Row[]): void => {
  describe.each(Object.entries(interpreters))('by the %s', (_name, evaluate) => {
    test.each(rows)('%s -> %s', (subject, outcome) => {
      const found = evaluate(nounOf(subject), formula, { budget: BUDGET })
      expect(outcomeText(found)).toBe(outcome.startsWith('crash') ? outcome : printNoun(nounOf(outcome)))
    })
  })
}

/** What an evaluation came to, as the tables have it. */
export const outcomeText = (outcome: Outcome): string => {
  if (outcome._tag === 'Right') return printNoun(outcome.right)
  const { why, rule, axis } = outcome.left
  if (why === 'axis') return `crash: rule ${rule}, axis ${axis}`
  if (why === 'formula') return rule === undefined ? 'crash: no rule' : `crash: no form of rule ${rule}`
  return rule === undefined ? `crash: ${why}` : `crash: rule ${rule}, ${why}`
}
