import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { nock, reference } from '../../../nock/index.js'
import { changed, day, find, isLine, said } from '../../_kit/forged.js'

// Who changes a line and chains those behind it anew is found out by what follows from the others.

test('as it is, it is the same', () => expect(said(day)).toBe('same'))

describe('a formula', () => {
  const formula = find('formula')

  test('that is changed', () => {
    expect(said(changed(formula, { noun: '[0 1]' }))).toMatchInlineSnapshot(
      `"journal:4: the hash of this formula is 0x16a1233b, not 0x15b36d97"`,
    )
  })
  test('left out', () => {
    expect(said(day.toSpliced(formula, 1))).toMatchInlineSnapshot(`
      "journal:4: web: the file has no formula 0x15b36d97 before this line
        time      2026-11-23T06:00:04.000Z
        event     supervise
        formula   0x15b36d97
        subject   [0 %web 0 0]
        tape      [[[%spawn %web] 41] 0]"
    `)
  })
  test('with a hash that is not its own', () => {
    for (const id of ['0x15b36d96', '15b36d97', '0x15b36d97-', '0x15b36d97-0', '0x15b36d97-x', '0x15B36D97'])
      expect(said(changed(formula, { formula: id }))).toBe(
        `journal:4: the hash of this formula is 0x15b36d97, not ${id}`,
      )
  })
  test('said again is no difference, and another name for it neither', () => {
    expect(said(day.toSpliced(formula, 0, day[formula]!))).toBe('same')
    expect(said(day.toSpliced(formula, 0, { ...day[formula], name: 'other' }))).toBe('same')
  })
})

describe('a service', () => {
  test('that never was taken up', () => {
    expect(said(day.toSpliced(find('service', 'web'), 1))).toMatchInlineSnapshot(`
      "journal:4: web: nothing says what the service was before: it was never taken up
        time      2026-11-23T06:00:04.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 0 0]
        tape      [[[%spawn %web] 41] 0]"
    `)
  })
  test('taken up as what it is not', () => {
    const taken = find('service', 'web')
    expect(said(changed(taken, { noun: '[%web 1 7]' }))).toMatchInlineSnapshot(`
      "journal:3: web: a new service is down
        time      2026-11-23T06:00:03.000Z"
    `)
    expect(said(changed(taken, { why: 'adopted' }))).toMatchInlineSnapshot(`
      "journal:3: web: a service that is taken over is up
        time      2026-11-23T06:00:03.000Z"
    `)
    expect(said(changed(taken, { noun: '[%web 0 7]' }))).toMatchInlineSnapshot(`
      "journal:3: web: it is no service: [name state pid]
        time      2026-11-23T06:00:03.000Z"
    `)
    expect(said(changed(taken, { noun: '[%db 0 0]' }))).toMatchInlineSnapshot(`
      "journal:3: web: the name of the service is another one in its noun
        time      2026-11-23T06:00:03.000Z"
    `)
    expect(said(changed(taken, { why: 'here' }))).toMatchInlineSnapshot(`
      "journal:3: web: nothing says what the service was before: it was never taken up
        time      2026-11-23T06:00:03.000Z"
    `)
    expect(said(day.toSpliced(taken, 0, day[taken]!))).toMatchInlineSnapshot(`
      "journal:4: web: the service is taken up, and was before
        time      2026-11-23T06:00:03.000Z"
    `)
  })
  test('let go as what it is not', () => {
    const gone = find('service', 'db', 1)
    expect(said(changed(gone, { noun: '[%db 1 43]' }))).toMatchInlineSnapshot(`
      "journal:13: db: the service is not what it was before
        at axis 6 of the service: journal 1, replay 0
        at axis 7 of the service: journal 43, replay 0
        journal   [%db 1 43]
        replay    [%db 0 0]
        time      2026-11-23T06:00:11.000Z"
    `)
    expect(said(changed(gone, { service: 'nginx', noun: '[%nginx 0 0]' }))).toMatchInlineSnapshot(`
      "journal:13: nginx: nothing says what the service was before: it was never taken up
        time      2026-11-23T06:00:11.000Z"
    `)
  })
  test('here, and what it is', () => {
    const here = { ...day[find('service', 'web')], why: 'here' }
    const end = find('end')
    expect(said(day.toSpliced(end, 0, { ...here, noun: '[%web 1 42]' }))).toBe('same')
    expect(said(day.toSpliced(end, 0, { ...here, noun: '[%web 1 41]' }))).toMatchInlineSnapshot(`
      "journal:14: web: the service is not what it was before
        at axis 7 of the service: journal 41, replay 42
        journal   [%web 1 41]
        replay    [%web 1 42]
        time      2026-11-23T06:00:03.000Z"
    `)
  })
  test('after the supervisor has ended, or another has started', () => {
    const decision = day[find('decision', 'web', 1)]!
    expect(said([...day, decision])).toMatchInlineSnapshot(`
      "journal:15: web: nothing says what the service was before: it was never taken up
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
    expect(said([...day.slice(0, find('decision', 'web', 1)), day[1]!, decision])).toMatchInlineSnapshot(`
      "journal:9: web: the file has no formula 0x15b36d97 before this line
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
})

test('what lines were lost, nobody knows: but what the services are then is said', () => {
  const death = find('decision', 'web', 1)
  const lost = { line: 'lost', time: '2026-11-23T07:00:00.000Z', count: 3 }
  const here = {
    line: 'service',
    time: '2026-11-23T07:00:00.000Z',
    service: 'web',
    why: 'here',
    noun: '[%web 1 41]',
  }
  const from = day.slice(0, find('service', 'web'))
  const carried = day.filter((body) => isLine(body, 'formula'))
  expect(said([...from, ...carried, lost, here, day[death]!])).toBe('same')
  expect(said([...from, ...carried, lost, day[death]!])).toMatchInlineSnapshot(`
    "journal:6: web: nothing says what the service was before: it was never taken up
      time      2026-11-23T06:00:07.000Z
      event     supervise
      formula   0x15b36d97  supervise
      subject   [0 %web 1 41]
      tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
  `)
  expect(said([...from, ...carried, lost, { ...here, noun: '[%web 1 40]' }, day[death]!]))
    .toMatchInlineSnapshot(`
    "journal:7: web: the service was something else before this decision
      at axis 15 of the subject: journal 41, replay 40
      journal   [0 %web 1 41]
      replay    [0 %web 1 40]
      time      2026-11-23T06:00:07.000Z
      event     supervise
      formula   0x15b36d97  supervise
      subject   [0 %web 1 41]
      tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
  `)
})

const decisions = [...day.keys()].filter((i) => isLine(day[i]!, 'decision') && 'product' in day[i]!)

test('any number that is changed, in any decision, is found by both interpreters; but for a script that has run or not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...decisions),
      fc.constantFrom('product', 'subject', 'tape'),
      fc.nat(),
      fc.nat(99),
      (at, field, which, by) => {
        const text = String(day[at]![field])
        const numbers = [...text.matchAll(/\b\d+\b/g)]
        const { 0: number, index } = numbers[which % numbers.length]!
        const other = text.slice(0, index) + by + text.slice(index + number.length)
        const isFinish = /%finish %\w+ 5000\] $/.test(text.slice(0, index))
        for (const evaluate of [reference, nock]) {
          const same = said(changed(at, { [field]: other }), evaluate) === 'same'
          expect([other, same]).toEqual([other, by === Number(number) || isFinish])
        }
      },
    ),
  )
})
