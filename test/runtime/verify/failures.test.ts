import { describe, expect, test } from 'vitest'
import { type JetDefinition } from '../../../jets/index.js'
import { Cell, type Noun, cell, increment, isAtom, isCell, list, noValue } from '../../../nock/index.js'
import { checkJet } from '../../../runtime/verify/index.js'
import { but, defined, failureOf, from100, inc } from './inc.js'

/** What a jet does wrong that does it on a certain noun; headline and details. */
const wrong = (run: (n: Noun) => unknown, more: Partial<JetDefinition> = {}): readonly string[] => {
  const { headline, details } = failureOf(inc({ ...more, run: run as JetDefinition['run'] }))
  return [headline, ...details.map(([label, text]) => `${label}: ${text}`)]
}

describe('each kind of failure is named, on the smallest subject', () => {
  test('another value', () => {
    expect(wrong(but(from100, () => 7))).toEqual([
      'it gives another value than its formula',
      'subject: 100',
      'formula gives: 101',
      'jet gives: 7',
    ])
  })

  test('a crash where there is a value', () => {
    expect(
      wrong(
        but(from100, (n) => {
          throw noValue(n, 0)
        }),
      ),
    ).toEqual([
      'it crashes where its formula has a value',
      'subject: 100',
      'formula gives: 101',
      'jet crashes: the formula has no value for this subject',
    ])
  })

  test('a value where there is a crash', () => {
    expect(wrong(but(isCell, () => 7))).toEqual([
      'it has a value where its formula crashes',
      'subject: [0 0]',
      'formula crashes: rule 4: a cell has no number above it',
      'jet gives: 7',
    ])
  })

  test.each<[string, unknown]>([
    ['TypeError: no', new TypeError('no')],
    ['RangeError: Maximum call stack', new RangeError('Maximum call stack')],
    ['string: oh', 'oh'],
    ['undefined: undefined', undefined],
    ['object: null', null],
  ])('an exception: %s', (text, thrown) => {
    expect(
      wrong(
        but(from100, () => {
          throw thrown
        }),
      ),
    ).toEqual(['it throws what is no crash', 'subject: 100', `thrown: ${text}`])
  })

  test.each<[string, unknown]>([
    ['-1, which is below 0', -1],
    ['-0, which is below 0', -0],
    ['0.5, which is no whole number', 0.5],
    ['NaN, which is no whole number', NaN],
    ['Infinity, which is no whole number', Infinity],
    ['9007199254740992, which is too large for a number: a bigint is due', 2 ** 53],
    ['101n, which is small enough for a number', 101n],
    ['-1n, which is below 0', -1n],
    ['null', null],
    ['an array', [1, 2]],
    ['an object that is no Cell', { head: 1, tail: 2 }],
    ['a function', () => 1],
    ['a string', '101'],
    ['a boolean', true],
    ['a symbol', Symbol('101')],
    ['undefined', cell(1, undefined as unknown as Noun)],
    ['101n, which is small enough for a number', cell(1, cell(101n, 2))],
    ['-1, which is below 0', list(Array.from({ length: 5_000 }, (_, i) => (i === 4_000 ? -1 : 0)))],
  ])('no noun: %s', (text, product) => {
    expect(wrong(but(from100, () => product))).toEqual([
      'it answers what is no noun',
      'subject: 100',
      `jet gives: ${text}`,
    ])
  })

  test('no noun: a cell that is a part of itself', () => {
    const loop = cell(1, 2)
    loop.tail = cell(3, loop)
    expect(wrong(but(from100, () => loop)).at(-1)).toBe('jet gives: a cell that is a part of itself')
  })

  test.each<[string, (n: Cell) => void]>([
    ['a part', (n) => (n.tail = 5)],
    ['into itself', (n) => (n.head = n)],
    ['into what is no noun', (n) => (n.head = null as unknown as Noun)],
    ['deep down', (n) => isCell(n.tail) && (n.tail.head = 77)],
  ])('its subject, changed: %s', (_what, change) => {
    const [headline, subject] = wrong((n) => {
      if (isAtom(n)) return increment(n)
      change(n)
      return undefined
    })
    expect(headline).toBe('it changes its subject')
    expect(subject).toMatch(/^subject: \[.{3,12}\]$/)
  })

  test('a subject that comes to share its parts has not changed', () => {
    const jet = inc({
      run: (n) => {
        if (isAtom(n)) return increment(n)
        n.tail = new Cell(5, 6).head === n.tail ? 5 : n.tail
        if (isCell(n.head) && isCell(n.tail) && isAtom(n.head.head) && n.head.head === n.tail.head)
          n.head.head = n.tail.head
        return undefined
      },
    })
    expect(checkJet(jet, { seed: 1 }).failure).toBeUndefined()
  })

  test('unsteady', () => {
    let calls = 0
    expect(wrong(but(from100, () => 200 + (calls++ % 2)))[0]).toBe(
      'it answers the same subject differently the second time',
    )
  })

  test('what is shared', () => {
    const same: JetDefinition = {
      name: 'same',
      formula: '[5 [0 2] [0 3]]',
      run: (n) => (isCell(n) ? (n.head === n.tail ? 0 : 1) : undefined),
      subjects: (draw) => draw.trees.map((noun) => cell(noun, noun)),
    }
    const { headline, details } = failureOf(defined(same))
    expect([headline, ...details]).toEqual([
      'it answers differently when equal parts of its subject are not one cell',
      ['subject', '[[0 0] 0 0]'],
      ['one cell: it gives', '0'],
      ['two: it gives', '1'],
    ])
  })

  test('never ending, of whatever kind', () => {
    const ends = 'ended after: 0.1 s'
    const forever = [
      () => {
        for (;;);
      },
      () => /^(a+)+$/.test('a'.repeat(50) + 'b'),
      () => {
        let n = 3n
        for (;;) n = (n * n) % 1_000_003n
      },
    ]
    for (const run of forever) {
      const { headline, details, path } = failureOf(inc({ run: but(from100, run) as JetDefinition['run'] }), {
        timeout: 100,
      })
      expect([headline, `${details[1]![0]}: ${details[1]![1]}`]).toEqual(['it does not end', ends])
      expect(path).toMatch(/^\d+$/) // not shrunk: each try would take as long
    }
  })

  test('its more, and its resume', () => {
    const oh = (): never => {
      throw new Error('oh')
    }
    expect(wrong(increment as never, { more: oh }).slice(0, 1)).toEqual(['its more throws what is no crash'])
    expect(wrong(increment as never, { resume: oh })[0]).toBe('its resume throws what is no crash')
    expect(wrong(increment as never, { resume: () => ({ subject: -1, formula: 0 }) })).toEqual([
      'its resume gives what is no noun',
      'subject: 0',
      'resume gives: -1, which is below 0',
    ])
    expect(wrong(increment as never, { resume: () => ({ subject: 0, formula: cell(1, 7) }) })).toEqual([
      'its resume is no later point of its formula',
      'subject: 0',
      'formula gives: 1',
      'resumed, it gives: 7',
    ])
  })

  test('its generator', () => {
    expect(failureOf(inc({ subjects: ({ fc: f }) => f.integer({ max: -1 }) }))).toMatchObject({
      headline: 'its generator draws what is no noun',
      details: [['drawn', expect.stringMatching(/^-\d+, which is below 0$/)]],
    })
    const broken = (): never => {
      throw new Error('oh')
    }
    expect(failureOf(inc({ subjects: ({ fc: f }) => f.nat().map(broken) })).headline).toBe(
      'its generator throws Error: oh',
    )
    expect(failureOf(inc({ subjects: broken })).headline).toBe('its generator throws Error: oh')
  })
})
