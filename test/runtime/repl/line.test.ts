import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cell, printNoun } from '../../../nock/index.js'
import { isOpen, readLine } from '../../../runtime/repl/line.js'
import { nouns } from '../../_kit/nouns.js'

const NAMES = { names: (name: string) => (name === 'inc' ? cell(4, 0, 1) : undefined), known: ['inc'] }

const said = (text: string): string => {
  const line = readLine(text, NAMES)
  return line._tag === 'Left' ? line.left : 'it is right'
}

describe('a line', () => {
  test.each([
    ['', { is: 'nothing' }],
    ['  ; a remark', { is: 'nothing' }],
    ['[0 1]', { is: 'formula', formula: cell(0, 1), name: undefined }],
    ['.*(41 inc)', { is: 'evaluate', subject: 41, formula: cell(4, 0, 1), name: undefined }],
    ['.*(41 [4 0 1]) ', { is: 'evaluate', subject: 41, formula: cell(4, 0, 1), name: undefined }],
    ['.*(41 inc) ; one more', { is: 'evaluate', subject: 41, formula: cell(4, 0, 1), name: undefined }],
    ["x = [';' 2] ; no remark in a cord", { is: 'define', name: 'x', noun: cell(59, 2) }],
    [":noun 'a;b' ; a remark", { is: 'command', command: 'noun', text: "'a;b'" }],
    ['*[41 4 0 1]', { is: 'evaluate', subject: 41, formula: cell(4, 0, 1), name: undefined }],
    ['x = [1 2]', { is: 'define', name: 'x', noun: cell(1, 2) }],
    ['x=inc', { is: 'define', name: 'x', noun: cell(4, 0, 1) }],
    ['y = .*(1 inc)', { is: 'evaluate', subject: 1, formula: cell(4, 0, 1), name: 'y' }],
    [':step 40', { is: 'command', command: 'step', text: '40' }],
    [' :vars', { is: 'command', command: 'vars', text: '' }],
  ])('%s', (text, line) => expect(readLine(text, NAMES)).toEqual({ _tag: 'Right', right: line }))

  test('what is wrong, where it was typed', () => {
    expect(said(':stp')).toBe('there is no :stp; did you mean :step?')
    expect(said(':xyzzy')).toBe('there is no :xyzzy; :help lists what there is')
    expect(said(':constructor')).toBe('there is no :constructor; :help lists what there is')
    expect(said('.*(41 ink)')).toBe(
      'line 1, column 7: no formula ink; did you mean inc?\n  .*(41 ink)\n        ^^^',
    )
    expect(said('.*(41)')).toMatch(/these brackets hold one noun/)
    expect(said('x = [1 &]')).toMatch(/unexpected &\n.*\n {9}\^$/)
    expect(said('y = .*(41 ink)')).toMatch(/\n  y = \.\*\(41 ink\)\n {12}\^\^\^$/)
    expect(said('[1 2')).toMatch(/this bracket is never closed/)
  })

  test('any two nouns, either way', () => {
    fc.assert(
      fc.property(nouns, nouns, (subject, formula) => {
        const line = { is: 'evaluate', subject, formula, name: undefined }
        expect(readLine(`.*(${printNoun(subject)} ${printNoun(formula)})`, {})).toEqual({
          _tag: 'Right',
          right: line,
        })
        expect(readLine(`*[${printNoun(subject)} ${printNoun(formula)}]`, {})).toEqual({
          _tag: 'Right',
          right: line,
        })
      }),
    )
  })

  test('whatever is typed, it is a line or there is a reason', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = readLine(text, NAMES)
        expect(line._tag === 'Left' ? line.left.length : 1).toBeGreaterThan(0)
      }),
    )
  })
})

test.each([
  ['[1 2', true],
  ['[1 [2]', true],
  ['.*(1', true],
  ['[1 2]', false],
  ["'['", false],
  ['1 ; [', false],
  ["[1 ']' ; ]", true],
  [']', false],
])('open at the end, %s: %s', (text, open) => expect(isOpen(text)).toBe(open))
