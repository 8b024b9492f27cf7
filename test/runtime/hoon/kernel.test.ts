import { describe, expect, test } from 'vitest'
import { describeCrash, printNoun } from '../../../nock/index.js'
import { evaluate } from '../../../runtime/hoon/evaluate.js'
import { type Kernel, bootPill } from '../../../runtime/hoon/kernel.js'
import { pillBytes, pillText } from '../../_kit/pill.js'

const booted = (known: Parameters<typeof pillText>[0]): Kernel => {
  const kernel = bootPill(pillBytes(pillText(known)), undefined)
  if (kernel._tag === 'Left') throw new Error(kernel.left.why)
  return kernel.right
}

/** Why it is no pill, in words. */
const refused = (bytes: Uint8Array): string | undefined => {
  const kernel = bootPill(bytes, undefined)
  if (kernel._tag === 'Right') return undefined
  return kernel.left.why === 'pill' ? kernel.left.message : describeCrash(kernel.left.crash).split('\n')[0]
}

describe('bootPill', () => {
  test.each([
    ['no jam', Uint8Array.of(0), 'no jam: the jam ends inside a noun'],
    ['an atom', pillBytes('7'), 'its noun is not [%ivory eve]'],
    ['another pill', pillBytes('[%brass [0 1] 0 0 1]'), 'its noun is not [%ivory eve]'],
    ['a lifecycle that is no cell', pillBytes('[%ivory 7]'), 'rule 0: there is nothing at axis 3'],
    ['a lifecycle that crashes', pillBytes('[%ivory [0 0] 1]'), 'rule 0: no noun has an axis 0'],
    ['no core', pillBytes('[%ivory [0 1] 0 1]'), 'what it boots has no core at axis 7'],
  ])('not of %s', (_what, bytes, why) => {
    expect(refused(bytes)).toBe(why)
  })

  test('a kernel compiles and runs texts, and calls gates', () => {
    const kernel = booted([
      ['(add 2 2)', '4'],
      ['inc', '[[4 0 6] 0 0]'],
    ])
    expect(kernel.wish('(add 2 2)')).toEqual({ _tag: 'Right', right: 4 })
    expect(kernel.wish('(add 2 3)')._tag).toBe('Left')
    const gate = kernel.wish('inc')
    expect(gate._tag === 'Right' && kernel.slam(gate.right, 41)).toEqual({ _tag: 'Right', right: 42 })
  })
})

const PARSER = '|=(t=@t ((full vest) [1 1] (trip t)))'

describe('evaluate', () => {
  test('a value, and what Hoon shows for its type', () => {
    const kernel = booted([['=/  it\n~zod\n[it (text !>(it))]', '[0 126 122 111 100 0]']])
    const done = evaluate(kernel, '~zod')
    expect(done._tag === 'Right' && [printNoun(done.right.product), done.right.text]).toEqual(['0', '~zod'])
  })

  test('text in UTF-8', () => {
    const kernel = booted([['=/  it\n"ü"\n[it (text !>(it))]', '[[195 188 0] 34 195 188 34 0]']])
    const done = evaluate(kernel, '"ü"')
    expect(done._tag === 'Right' && done.right.text).toBe('"ü"')
  })

  test('where it stops being Hoon', () => {
    const done = evaluate(booted([[PARSER, '[[1 [2 7] 0] 0 0]']]), '(add\n2 2')
    expect(done).toEqual({ _tag: 'Left', left: { why: 'syntax', line: 2, column: 7 } })
  })

  test.each([
    ['it is Hoon', '[[1 [2 7] 0 9] 0 0]'],
    ['the parser crashes', '[[0 0] 0 0]'],
    ['the parser gives no edge', '[[1 7] 0 0]'],
  ])('a crash where %s', (_what, parser) => {
    const done = evaluate(booted([[PARSER, parser]]), '(dec 0)')
    expect(done._tag === 'Left' && done.left.why).toBe('crash')
  })
})
