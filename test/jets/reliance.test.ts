import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { defineJet, showJetError } from '../../jets/index.js'
import { type Reliance, nounWith, standsOn, whyNoPlaces } from '../../jets/reliance.js'
import {
  type Noun,
  axis as at,
  cell,
  edit,
  equal,
  isAtom,
  isCell,
  jam,
  cue,
  nock,
  printNoun,
} from '../../nock/index.js'
import { draw } from '../../runtime/verify/index.js'
import { axes, trees } from '../_kit/subjects.js'
import { nounOf } from '../_kit/text.js'

/** Code at places none of which lies in another. */
const places: fc.Arbitrary<readonly Reliance[]> = fc
  .array(fc.tuple(axes, trees), { minLength: 1, maxLength: 6 })
  .map((pairs) =>
    pairs.reduce<readonly Reliance[]>((before, pair) => {
      const all = [...before, pair]
      return whyNoPlaces(all) === undefined ? all : before
    }, []),
  )

const copy = (noun: Noun): Noun => {
  const read = cue(jam(noun))
  if (read._tag === 'Left') throw new Error(read.left.message)
  return read.right
}

describe('a subject has the code that is relied upon', () => {
  test('exactly where every piece of it is equal, however often and in whatever order it is asked', () => {
    let held = 0
    fc.assert(
      fc.property(places, fc.array(fc.tuple(fc.nat(), trees), { maxLength: 8 }), (relies, changes) => {
        const stands = standsOn(relies)
        const right = nounWith(relies)
        const changed = changes.map(([i, noun]) => edit(relies[i % relies.length]![0], noun, right)!)
        for (const subject of [right, ...changed, copy(right), ...changed, right]) {
          const wanted = relies.every(([axis, code]) => {
            const there = at(axis, subject)
            return there !== undefined && equal(there, code)
          })
          if (wanted) held++
          expect(stands(subject)).toBe(wanted)
        }
      }),
    )
    expect(held).toBeGreaterThan(200)
  })

  test('whatever the subject is', () => {
    const stands = standsOn([[14, cell(1, 2)]])
    fc.assert(
      fc.property(draw.nouns, (subject) => {
        expect(stands(subject)).toBe(printNoun(at(14, subject) ?? 0, { limit: 20 }) === '[1 2]')
      }),
    )
  })

  test('nothing to rely on is everywhere', () => {
    expect(standsOn([])(7)).toBe(true)
  })
})

describe('defineJet', () => {
  /** `[9 2 0 1]`, that runs whatever its subject has there. */
  const define = (relies: readonly Reliance[]) =>
    defineJet({
      name: 'call',
      formula: '[9 2 0 1]',
      relies,
      run: (subject) => (isCell(subject) && isAtom(subject.tail) ? 42 : undefined),
    })
  const refused = (relies: readonly Reliance[]): string | undefined => {
    const jet = define(relies)
    return jet._tag === 'Left' ? showJetError(jet.left) : undefined
  }
  const INC = nounOf('[4 0 3]')

  test('accepts an open formula with the code that it runs', () => {
    expect(refused([[2, INC]])).toBeUndefined()
  })

  test.each<[string, readonly Reliance[], string]>([
    [
      'no code',
      [],
      'its formula is open, so no jet can stand for it: rule 9 runs what the subject has at axis 2',
    ],
    [
      'code that it does not run',
      [[3, INC]],
      'its formula is open, so no jet can stand for it: rule 9 runs what the subject has at axis 2',
    ],
    [
      'code that runs other code',
      [[2, nounOf('[9 6 0 1]')]],
      'its formula is open, so no jet can stand for it: rule 9 runs what the subject has at axis 6',
    ],
    ['axis 0', [[0, INC]], 'it cannot rely on that: there is no axis 0'],
    [
      'code in code',
      [
        [2, INC],
        [4, 4],
      ],
      'it cannot rely on that: axis 4 lies within axis 2',
    ],
    [
      'code in two versions',
      [
        [2, INC],
        [2, 4],
      ],
      'it cannot rely on that: axis 2 lies within axis 2',
    ],
  ])('not with %s', (_what, relies, why) => {
    expect(refused(relies)).toBe(`jet call: ${why}`)
  })

  test('the jet is asked where that code stands, and the formula everywhere else', () => {
    const jet = define([[2, INC]])
    if (jet._tag === 'Left') throw new Error(showJetError(jet.left))
    const jets = { find: (formula: Noun) => (equal(formula, jet.right.formula) ? jet.right : undefined) }
    const product = (text: string) => nock(nounOf(text), jet.right.formula, { jets })
    expect(product('[[4 0 3] 7]')).toEqual({ _tag: 'Right', right: 42 })
    expect(product('[[4 4 0 3] 7]')).toEqual({ _tag: 'Right', right: 9 })
    expect(product('[[4 0 3] 7]')).toEqual({ _tag: 'Right', right: 42 })
  })
})
