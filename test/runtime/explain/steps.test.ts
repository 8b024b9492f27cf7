import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { definitionLine } from '../../../nock/stepper/definition.js'
import { reduction, stepText } from '../../../runtime/explain/steps.js'
import { type Decision } from '../../../runtime/supervision/step.js'
import { DOWN, UP, sv } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'
import { PLAIN, decisionOf, names } from './decisions.js'

const steps = (decision: Decision, width = 100): string => {
  const lines: string[] = []
  reduction(decision, (step) => lines.push(stepText(step, names, decision.before.name, { ...PLAIN, width })))
  return lines.join('\n')
}

describe('a reduction', () => {
  test('step by step', () => {
    expect(steps(decisionOf(sv, 'u', UP))).toMatchInlineSnapshot(`
      "*[[0 %web 1 7] [6 [5 [0 14] 1 0] [8 [7 [[0 2]…]  *[a 6 b c d]  *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
        *[[0 %web 1 7] [5 [0 14] 1 0]]                                        *[a 5 b c]  =[*[a b] *[a c]]
          *[[0 %web 1 7] [0 14]] = 1                                                      *[a 0 b]  /[b a]
          *[[0 %web 1 7] [1 0]] = 0                                                            *[a 1 b]  b
        = 1
      *[[0 %web 1 7] [0 1]] = [0 %web 1 7]                                                *[a 0 b]  /[b a]"
    `)
  })

  test('of a start', () => {
    expect(steps(decisionOf(sv, 'u', DOWN, 4242))).toMatchInlineSnapshot(`
      "*[[[[[%spawn %web] 4…]]] [6 [5 [0 14] 1 0] [8…]  *[a 6 b c d]  *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
        *[[[[[%spawn %web] 4242] 0] %web 0 0] [5 [0 14] 1 0]]                 *[a 5 b c]  =[*[a b] *[a c]]
          *[[[[[%spawn %web] 4242] 0] %web 0 0] [0 14]] = 0                               *[a 0 b]  /[b a]
          *[[[[[%spawn %web] 4242] 0] %web 0 0] [1 0]] = 0                                     *[a 1 b]  b
        = 0
      *[[[[[%spawn %web] 4242] 0] %web …] [8 [7 [[0 2] 0 6] spawn] 6 [5 [0…]   *[a 8 b c]  *[[*[a b] a] c]
        *[[[[[%spawn %web] 4242] 0] %web 0 0] [7 [[0 2] 0 6] spawn]]               *[a 7 b c]  *[*[a b] c]
          *[[[[[%spawn %web] 4242] 0] %web 0 0] [[0 2] 0 6]]               *[a [b c] d]  [*[a b c] *[a d]]
            *[[[[[%spawn %web] 4242] 0] %web 0 0] [0 2]] = [[[%spawn %web] 4242] 0]       *[a 0 b]  /[b a]
            *[[[[[%spawn %web] 4242] 0] %web 0 0] [0 6]] = %web                           *[a 0 b]  /[b a]
          = [[[[%spawn %web] 4242] 0] %web]
        *[[[[[%spawn %web] 4242] 0] %web] spawn]                                   *[a 7 b c]  *[*[a b] c]
          *[[[[[%spawn %web] 4242] 0] %web] [[0 2] [1 %spawn] 0 3]]        *[a [b c] d]  [*[a b c] *[a d]]
            *[[[[[%spawn %web] 4242] 0] %web] [0 2]] = [[[%spawn %web] 4242] 0]           *[a 0 b]  /[b a]
            *[[[[[%spawn %web] 4242] 0] %web] [[1 %spawn] 0 3]]            *[a [b c] d]  [*[a b c] *[a d]]
              *[[[[[%spawn %web] 4242] 0] %web] [1 %spawn]] = %spawn                           *[a 1 b]  b
              *[[[[[%spawn %web] 4242] 0] %web] [0 3]] = %web                             *[a 0 b]  /[b a]
            = [%spawn %web]
          = [[[[%spawn %web] 4242] 0] %spawn %web]
        *[[[[[%spawn %web] 4242] 0] %spawn %web] ask]  *[a 6 b c d]  *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
          *[[[[[%spawn %web] 4242] 0] %spawn %web] [5 [0 8] 0 3]]             *[a 5 b c]  =[*[a b] *[a c]]
            *[[[[[%spawn %web] 4242] 0] %spawn %web] [0 8]] = [%spawn %web]               *[a 0 b]  /[b a]
            *[[[[[%spawn %web] 4242] 0] %spawn %web] [0 3]] = [%spawn %web]               *[a 0 b]  /[b a]
          = 0
        *[[[[[%spawn %web] 4242] 0] %spawn %web] [[0 5] 0 9]]              *[a [b c] d]  [*[a b c] *[a d]]
          *[[[[[%spawn %web] 4242] 0] %spawn %web] [0 5]] = 0                             *[a 0 b]  /[b a]
          *[[[[[%spawn %web] 4242] 0] %spawn %web] [0 9]] = 4242                          *[a 0 b]  /[b a]
        = [0 4242]
      *[[[0 4242] [[[%spa…]]]] [6 [5 [0 5] 1 0] [[0…]  *[a 6 b c d]  *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
        *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [5 [0 5] 1 0]]         *[a 5 b c]  =[*[a b] *[a c]]
          *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [0 5]] = 4242                    *[a 0 b]  /[b a]
          *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [1 0]] = 0                            *[a 1 b]  b
        = 1
      *[[[0 4242] [[[%spawn %web] 4242] …]] [[0 4] [0 14] [4 0 30] 0 5]]   *[a [b c] d]  [*[a b c] *[a d]]
        *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [0 4]] = 0                         *[a 0 b]  /[b a]
        *[[[0 4242] [[[%spawn %web] 4242] 0] %we…] [[0 14] [4 0 30] 0 5]]  *[a [b c] d]  [*[a b c] *[a d]]
          *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [0 14]] = %web                   *[a 0 b]  /[b a]
          *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [[4 0 30] 0 5]]   *[a [b c] d]  [*[a b c] *[a d]]
            *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [4 0 30]]                     *[a 4 b]  +*[a b]
              *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [0 30]] = 0                  *[a 0 b]  /[b a]
            = 1
            *[[[0 4242] [[[%spawn %web] 4242] 0] %web 0 0] [0 5]] = 4242                  *[a 0 b]  /[b a]
          = [1 4242]
        = [%web 1 4242]
      = [0 %web 1 4242]"
    `)
  })

  test('that crashes ends with what crashed', () => {
    expect(
      steps(decisionOf(sv, 'd', UP, 'no'))
        .split('\n')
        .at(-1),
    ).toMatchInlineSnapshot(
      `"*[[[0 1] [[[%kill 9 7] 1] 0] %web 1 7] [0 0]]                                       *[a 0 b]  /[b a]"`,
    )
  })

  test('fits any width', () => {
    const decision = decisionOf(sv, 'supervise', UP, 'no', 'yes', 'no', 4243)
    for (const width of [40, 41, 60, 80, 100, 200]) {
      const lines = steps(decision, width).split('\n')
      expect(lines.filter((line) => line.length > width)).toEqual([])
    }
  })
})

test('the lines of the definition are those of the reference', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../nock/reference.ts'), 'utf8')
  const printed = [...source.matchAll(/^\s*\/\/ (\*.*)$/gm)].map(([, line]) => line!)
  expect(printed).toHaveLength(15)
  const formulas = [
    '[[0 1] 0 1]',
    ...Array.from({ length: 10 }, (_, rule) => `[${rule} 1 1]`),
    '[10 [1 1] 1]',
    '[11 [1 1] 1]',
    '[11 1 1]',
    '[12 1]',
  ]
  expect(formulas.map((formula) => definitionLine(nounOf(formula)))).toEqual(printed)
  for (const formula of ['7', '[0x1.0000.0000.0000.0000 1]'])
    expect(definitionLine(nounOf(formula))).toBe(printed.at(-1))
})
