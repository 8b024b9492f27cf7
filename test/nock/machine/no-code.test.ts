import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { mug } from '../../../nock/mug.js'
import { type Noun, cell } from '../../../nock/noun.js'
import { printNoun } from '../../../nock/print.js'
import { reference } from '../../../nock/reference.js'
import { hot, pairs } from '../../_kit/formulas.js'
import { inChild } from '../../_kit/in-child.js'
import { type Outcome, kindOf } from '../../_kit/outcome.js'
import * as programs from '../../_kit/programs.js'
import { agreeSeed } from '../../_kit/seed.js'

const { A, ACK, BUILD, D, EVAL2, EVEN, EVEN2, FIB, SWAP } = programs

/** Evaluates each `[subject formula]` it is given, a line each, as soon as it can by functions that it makes. */
const SCRIPT = `
  import { readFileSync } from 'node:fs'
  import { crashOf } from 'nock/crash.js'
  import { run } from 'nock/machine/run.js'
  import { translationAllowed } from 'nock/machine/translation/dynamic.js'
  import { mug } from 'nock/mug.js'
  import { parseNoun } from 'nock/parse.js'
  import { printNoun } from 'nock/print.js'
  const text = (noun) => mug(noun) + ' ' + printNoun(noun, { limit: 1_000 })
  const evaluated = ({ head, tail }) => {
    try {
      return text(run(head, tail, undefined, {}, 2))
    } catch (thrown) {
      const { why, rule, axis, noun, formula } = crashOf(thrown, head, tail)
      return [why, String(rule), String(axis), text(noun), text(formula)].join(' ')
    }
  }
  const lines = readFileSync(0, 'utf8').trim().split('\\n')
  console.log(translationAllowed())
  for (const line of lines) {
    const pair = parseNoun(line).right
    console.log(evaluated(pair))
    console.log(evaluated(pair))
    console.log(evaluated(pair))
  }`

const line = (outcome: Outcome): string => {
  if (outcome._tag === 'Right') return text(outcome.right)
  const { why, rule, axis, noun, formula } = outcome.left
  return [why, String(rule), String(axis), text(noun), text(formula)].join(' ')
}

/** What is too long to write out, since it shares its parts, is cut, and known by its hash. */
const text = (noun: Noun): string => `${mug(noun)} ${printNoun(noun, { limit: 1_000 })}`

const FORBIDDEN = '--disallow-code-generation-from-strings'

test.each([
  ['where code may be made from text', [], 'true'],
  ['where it may not', [FORBIDDEN], 'false'],
] as const)("%s: the reference's values and crashes", { timeout: 120_000 }, (_where, flags, allowed) => {
  const seed = agreeSeed()
  const drawn = [
    ...fc.sample(pairs, { numRuns: 500, seed }),
    ...fc.sample(hot, { numRuns: 100, seed }),
    ...[D, EVAL2, EVEN, EVEN2, SWAP, BUILD].map(({ formula }) => ({ subject: 500, formula })),
    { subject: 12, formula: FIB.formula },
    { subject: cell(2, 3), formula: ACK.formula },
    { subject: cell(900, 2n ** 64n), formula: A.formula },
  ]
  const ended = drawn
    .map((pair) => ({ pair, wanted: reference(pair.subject, pair.formula, { budget: { steps: 100_000 } }) }))
    .filter(({ wanted }) => kindOf(wanted) !== 'budget')
  expect(ended.length).toBeGreaterThan(drawn.length * 0.8)

  const input = ended.map(({ pair }) => printNoun(cell(pair.subject, pair.formula))).join('\n')
  const [first, ...lines] = inChild(flags, SCRIPT, input).trimEnd().split('\n')
  expect(first, `seed ${seed}`).toBe(allowed)
  const wanted = ended.flatMap(({ wanted }) => Array<string>(3).fill(line(wanted)))
  const wrong = wanted.map((text, i) => [text, lines[i]] as const).filter(([text, found]) => text !== found)
  expect(wrong, `seed ${seed}`).toEqual([])
  expect(lines).toHaveLength(wanted.length)
})
