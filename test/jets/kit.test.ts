import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  type DefinedJet,
  type Draw,
  type JetDefinition,
  arithmetic,
  defineJet,
  jetTable,
  showJetError,
} from '../../jets/index.js'
import {
  Cell,
  type Jet,
  type Jets,
  type Noun,
  cell,
  equal,
  increment,
  isAtom,
  mug,
  nock,
} from '../../nock/index.js'
import { printOutcome } from '../_kit/outcome.js'
import { nounOf } from '../_kit/text.js'

/** A copy of a noun that shares no cell with it. */
const copy = (noun: Noun): Noun => (isAtom(noun) ? noun : new Cell(copy(noun.head), copy(noun.tail)))

const cellOf = (text: string): Cell => nounOf(text) as Cell

const inc: JetDefinition = {
  name: 'inc',
  formula: '[4 0 1]',
  run: (n) => (isAtom(n) ? increment(n) : undefined),
}

const defined = (definition: JetDefinition): DefinedJet => {
  const jet = defineJet(definition)
  if (jet._tag === 'Left') throw new Error(showJetError(jet.left))
  return jet.right
}

const table = (...jets: readonly Jet[]): Jets => {
  const table = jetTable(jets)
  if (table._tag === 'Left') throw new Error(showJetError(table.left))
  return table.right
}

/** Why a definition is not accepted, in words. */
const refused = (formula: Noun | string): string | undefined => {
  const jet = defineJet({ ...inc, name: 'mine', formula })
  return jet._tag === 'Left' ? showJetError(jet.left) : undefined
}

describe('defineJet', () => {
  test('takes a formula as text or as a noun', () => {
    expect(equal(defined(inc).formula, nounOf('[4 0 1]'))).toBe(true)
    const formula = nounOf('[4 0 1]')
    expect(defined({ ...inc, formula }).formula).toBe(formula)
    expect(defined(inc).name).toBe('inc')
    expect(defined(inc).run(41)).toBe(42)
  })

  test('refuses an open formula, and says what it would run', () => {
    expect(refused('[9 2 0 1]')).toBe(
      'jet mine: its formula is open, so no jet can stand for it: rule 9 runs what the subject has at axis 2',
    )
    expect(refused(nounOf('[2 [0 1] 0 6]'))).toBe(
      'jet mine: its formula is open, so no jet can stand for it: rule 2 runs what the subject has at axis 6',
    )
  })

  test('refuses an atom', () => {
    const message = 'jet mine: its formula does not read: an atom is no formula'
    expect(refused('7')).toBe(message)
    expect(refused(7)).toBe(message)
    expect(refused(2n ** 64n)).toBe(message)
  })

  test('refuses a text that is no noun, and shows where', () => {
    expect(refused('[4 0 1')).toBe(
      [
        'jet mine: its formula does not read: line 1, column 1: this bracket is never closed',
        '  [4 0 1',
        '  ^',
      ].join('\n'),
    )
    // names of formulas mean nothing here
    expect(refused('[7 [0 6] dec]')).toMatch('line 1, column 10: no names are known here; as text it is %dec')
  })

  test('keeps what `verify` wants to know, and asks for none of it', () => {
    const told = {
      subjects: ({ atoms }: Draw) => atoms,
      more: () => false,
      resume: () => undefined,
    }
    expect(defined({ ...inc, ...told })).toMatchObject(told)
    const { subjects, more, resume } = defined(inc)
    expect([subjects, more, resume]).toEqual([undefined, undefined, undefined])
  })

  test('tells the three errors apart', () => {
    const errors = ['[4 0 1', '7', '[9 2 0 1]'].map((formula) => defineJet({ ...inc, formula }))
    expect(errors).toMatchObject([
      { left: { why: 'formula', jet: 'inc' } },
      { left: { why: 'formula', jet: 'inc' } },
      { left: { why: 'open', jet: 'inc' } },
    ])
  })
})

describe('jetTable', () => {
  test('finds by equality, not by identity, name or place', () => {
    const jet = defined(inc)
    const jets = table(...arithmetic, jet)
    expect(jets.find(jet.formula)).toBe(jet)
    expect(jets.find(cellOf('[4 0 1]'))).toBe(jet)
    for (const one of arithmetic) expect(jets.find(copy(one.formula) as Cell)).toBe(one)
  })

  test('finds nothing else', () => {
    const jets = table(...arithmetic, defined(inc))
    for (const text of ['[4 0 2]', '[4 1]', '[[4 0 1] 0]', '[4 4 0 1]', '[1 4 0 1]']) {
      expect(jets.find(cellOf(text))).toBeUndefined()
    }
    expect(table().find(cellOf('[4 0 1]'))).toBeUndefined()
  })

  test('refuses two jets of one formula', () => {
    const again = jetTable([
      ...arithmetic,
      defined(inc),
      defined({ ...inc, name: 'plus-one', formula: '[4 [0 1]]' }),
    ])
    expect(again).toMatchObject({ left: { why: 'duplicate', jet: 'plus-one', other: 'inc' } })
    expect(again._tag === 'Left' && showJetError(again.left)).toBe(
      'jet plus-one: the jet inc already stands for the same formula',
    )
  })

  test('one name for two formulas is nobody’s business', () => {
    const other = defined({ ...inc, formula: '[4 4 0 1]', run: () => undefined })
    const jets = table(defined(inc), other)
    expect(jets.find(cellOf('[4 4 0 1]'))).toBe(other)
  })
})

describe('two formulas of one mug', () => {
  /** By birthday: among some 60,000 constants two are likely to share one of 2^31 mugs. */
  const [one, other] = ((): [Cell, Cell] => {
    const byMug = new Map<number, Cell>()
    for (let n = 0; n < 2_000_000; n++) {
      const formula = cell(1, n)
      const hash = mug(formula)
      const found = byMug.get(hash)
      if (found !== undefined) return [found, formula]
      byMug.set(hash, formula)
    }
    throw new Error('no two mugs are the same')
  })()
  const jetOf = (name: string, formula: Cell, product: Noun): Jet =>
    defined({ name, formula, run: () => product })

  test('are there', () => {
    expect(mug(one)).toBe(mug(other))
    expect(equal(one, other)).toBe(false)
  })

  test('are not mistaken for each other: one has a jet', () => {
    const jet = jetOf('one', one, 77)
    const jets = table(jet)
    expect(jets.find(copy(one) as Cell)).toBe(jet)
    expect(jets.find(copy(other) as Cell)).toBeUndefined()
    const products = [one, other].map((formula) => printOutcome(nock(0, copy(formula), { jets })))
    expect(products).toEqual(['77', String(other.tail)])
  })

  test('are not mistaken for each other: both have jets', () => {
    const [a, b] = [jetOf('one', one, 77), jetOf('other', other, 78)]
    const jets = table(a, b)
    expect(jets.find(copy(one) as Cell)).toBe(a)
    expect(jets.find(copy(other) as Cell)).toBe(b)
    expect(jetTable([a, b, jetOf('again', copy(other) as Cell, 79)])).toMatchObject({
      left: { why: 'duplicate', other: 'other' },
    })
  })
})

test('who uses jets loads no fast-check', async () => {
  const built = new URL('../../.dist/', import.meta.url)
  const imports = async (file: string): Promise<readonly string[]> =>
    [
      ...(await readFile(new URL(file, built), 'utf8')).matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g),
    ].map(([, name, later]) => name ?? later!)
  const seen = new Set<string>()
  const pending = ['jets/index.js', 'runtime/command/nock.js']
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const name of await imports(file)) {
      if (name.startsWith('.'))
        pending.push(new URL(name, new URL(file, built)).href.slice(built.href.length))
      else seen.add(name)
    }
  }
  expect(seen).toContain('jets/arithmetic/dec.js')
  expect(seen).toContain('jets/kit.js')
  expect(seen).not.toContain('fast-check')
})
