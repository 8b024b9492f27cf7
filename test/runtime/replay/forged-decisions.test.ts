import { describe, expect, test } from 'vitest'
import { mug } from '../../../nock/index.js'
import { changed, day, find, said } from '../../_kit/forged.js'
import { nounOf } from '../../_kit/text.js'

// Who changes a decision and chains the lines anew is found out by the evaluation.

describe('a decision', () => {
  // web died: 41, then 42
  const death = find('decision', 'web', 1)

  test('with another product', () => {
    expect(said(changed(death, { product: '[0 %web 1 43]' }))).toMatchInlineSnapshot(`
      "journal:8: web: the formula gives another product
        at axis 15 of the product: journal 43, replay 42
        journal   [0 %web 1 43]
        replay    [0 %web 1 42]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
  test('with another answer on its tape', () => {
    expect(said(changed(death, { tape: String(day[death]!['tape']).replace(' 42]', ' 44]') })))
      .toMatchInlineSnapshot(`
      "journal:8: web: the formula gives another product
        at axis 15 of the product: journal 42, replay 44
        journal   [0 %web 1 42]
        replay    [0 %web 1 44]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 44] 0]"
    `)
  })
  test('with another request on its tape', () => {
    expect(said(changed(death, { tape: String(day[death]!['tape']).replace('%kill 9', '%kill 15') })))
      .toMatchInlineSnapshot(`
        "journal:8: web: the formula crashes, and the journal has a product
          rule 0: no noun has an axis 0
            the noun     [[[[1819044203 15 41] 0] [[114844899371366 6448503 5000] 1] [[474449277043 6448503] 42] 0] 1819044203 9 41]
            the formula  [0 0]
            hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
          time      2026-11-23T06:00:07.000Z
          event     supervise
          formula   0x15b36d97  supervise
          subject   [0 %web 1 41]
          tape      [[[%alive 41] 1] [[%kill 15 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
      `)
  })
  test('with an answer too many on its tape', () => {
    const tape = String(day[death]!['tape']).replace(/ 0\]$/, ' [[%alive 42] 0] 0]')
    expect(said(changed(death, { tape }))).toMatchInlineSnapshot(`
      "journal:8: web: the formula gives another product
        at axis 2 of the product: journal 0, replay [[[%alive 42] 0] 0]
        journal   [0 %web 1 42]
        replay    [[[[%alive 42] 0] 0] %web 1 42]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] [[%alive 42] 0] 0]"
    `)
  })
  test('that starts from something else', () => {
    expect(said(changed(death, { subject: '[0 %web 1 40]' }))).toMatchInlineSnapshot(`
      "journal:8: web: the service was something else before this decision
        at axis 15 of the subject: journal 40, replay 41
        journal   [0 %web 1 40]
        replay    [0 %web 1 41]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 40]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
    expect(said(changed(death, { subject: '[1 %web 1 41]' }))).toMatchInlineSnapshot(`
      "journal:8: web: the subject is not [0 service]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [1 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
    expect(said(changed(death, { subject: '7' }))).toMatchInlineSnapshot(`
      "journal:8: web: the subject is not [0 service]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   7
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
  test('by another formula', () => {
    const stop = day[find('decision', 'db', 2)]!['formula']
    expect(said(changed(find('decision', 'db', 3), { formula: '0x15b36d97' }))).toMatchInlineSnapshot(`
      "journal:12: db: the formula crashes, and the journal has a product
        rule 0: no noun has an axis 0
          the noun     [[[[1819044203 9 43] 0] [[114844899371366 25188 5000] 1] 0] 435778317409 43]
          the formula  [0 0]
          hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
        time      2026-11-23T06:00:10.000Z
        event     d
        formula   0x15b36d97  supervise
        subject   [0 %db 1 43]
        tape      [[[%kill 9 43] 0] [[%finish %db 5000] 1] 0]"
    `)
    expect(said(changed(death, { formula: stop }))).toMatchInlineSnapshot(`
      "journal:8: web: the file has no formula 0x2ef829b5 before this line
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x2ef829b5
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
  test('of another service', () => {
    expect(said(changed(death, { service: 'db' }))).toMatchInlineSnapshot(`
      "journal:8: db: the service was something else before this decision
        at axis 6 of the subject: journal 6448503, replay %db
        at axis 14 of the subject: journal 1, replay 0
        at axis 15 of the subject: journal 41, replay 0
        journal   [0 6448503 1 41]
        replay    [0 %db 0 0]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 6448503 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish 6448503 5000] 1] [[%spawn 6448503] 42] 0]"
    `)
    expect(said(changed(death, { service: 'nginx' }))).toMatchInlineSnapshot(`
      "journal:8: nginx: nothing says what the service was before: it was never taken up
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 6448503 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish 6448503 5000] 1] [[%spawn 6448503] 42] 0]"
    `)
  })
  test('left out', () => {
    expect(said(day.toSpliced(death, 1))).toBe('same') // nothing was decided for web after it
    expect(said(day.toSpliced(find('decision', 'db', 1), 1))).toMatchInlineSnapshot(`
      "journal:10: db: the service was something else before this decision
        at axis 14 of the subject: journal 1, replay 0
        at axis 15 of the subject: journal 43, replay 0
        journal   [0 %db 1 43]
        replay    [0 %db 0 0]
        time      2026-11-23T06:00:09.000Z
        event     d
        formula   0x2ef829b5  stop
        subject   [0 %db 1 43]
        tape      [[[%kill 9 43] 1] 0]"
    `)
  })
  test('made twice', () => {
    expect(said(day.toSpliced(death, 0, day[death]!))).toMatchInlineSnapshot(`
      "journal:9: web: the service was something else before this decision
        at axis 15 of the subject: journal 41, replay 42
        journal   [0 %web 1 41]
        replay    [0 %web 1 42]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
  test('that says it failed, and did not', () => {
    const { product: _, ...rest } = day[death]!
    expect(said(day.with(death, { ...rest, failed: 'crash: axis, rule 0, axis 0' }))).toMatchInlineSnapshot(`
      "journal:8: web: it has a product, and the journal says that it failed (crash: axis, rule 0, axis 0)
        at axis 15 of the product: journal 41, replay 42
        journal   [0 %web 1 41]
        replay    [0 %web 1 42]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
    expect(said(day.with(death, { ...rest, failed: 'crash: budget' }))).toMatchInlineSnapshot(`
      "journal:8: web: it has a product, and the journal says that it failed (crash: budget)
        at axis 15 of the product: journal 41, replay 42
        journal   [0 %web 1 41]
        replay    [0 %web 1 42]
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
  test('that failed since it would have taken too long: it is made again with no more than it had', () => {
    const noun = '[8 [1 9 2 0 1] 9 2 0 1]' // a loop without end
    const id = `0x${mug(nounOf(noun)).toString(16).padStart(8, '0')}`
    const { product: _, ...rest } = day[death]!
    const failed = { ...rest, formula: id, tape: '0', failed: 'crash: budget' }
    const before = day.slice(0, death)
    expect(said([...before, { line: 'formula', formula: id, noun }, failed])).toBe('same')
  })
  test('that says it did not fail, and did', () => {
    const refused = find('decision', 'db', 2)
    const { failed: _, ...rest } = day[refused]!
    expect(said(day.with(refused, { ...rest, product: '[0 %db 0 0]' }))).toMatchInlineSnapshot(`
      "journal:11: db: the formula crashes, and the journal has a product
        rule 0: no noun has an axis 0
          the noun     [[0 1] [[[1819044203 9 43] 1] 0] 25188 1 43]
          the formula  [0 0]
          hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
        time      2026-11-23T06:00:09.000Z
        event     d
        formula   0x2ef829b5  stop
        subject   [0 %db 1 43]
        tape      [[[%kill 9 43] 1] 0]"
    `)
  })
  test('with a product, and failed; with neither', () => {
    const { product: _, ...rest } = day[death]!
    expect(said(changed(death, { failed: 'crash: budget' }))).toMatchInlineSnapshot(`
      "journal:8: web: a decision has a product, or else it failed
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
    expect(said(day.with(death, rest))).toMatchInlineSnapshot(`
      "journal:8: web: a decision has a product, or else it failed
        time      2026-11-23T06:00:07.000Z
        event     supervise
        formula   0x15b36d97  supervise
        subject   [0 %web 1 41]
        tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]"
    `)
  })
  test('whose product is no service, or another one', () => {
    const of = (formula: string, product: string): string => {
      const id = `0x${mug(nounOf(formula)).toString(16).padStart(8, '0')}`
      const line = { line: 'formula', formula: id, noun: formula }
      const decision = { ...day[find('decision', 'db', 0)], formula: id, tape: '0', product }
      return said(day.toSpliced(find('decision', 'db', 0), 1, line, decision))
    }
    expect(of('[1 0 1]', '[0 1]')).toMatchInlineSnapshot(`
      "journal:8: db: the product is not [0 service] of the same service: the decision should have failed
        time      2026-11-23T06:00:06.000Z
        event     supervise
        formula   0x480c10e3
        subject   [0 %db 0 0]
        tape      0"
    `)
    expect(of('[1 0 97 0 0]', '[0 97 0 0]')).toMatchInlineSnapshot(`
      "journal:8: db: the product is not [0 service] of the same service: the decision should have failed
        time      2026-11-23T06:00:06.000Z
        event     supervise
        formula   0x631a76d6
        subject   [0 %db 0 0]
        tape      0"
    `)
  })
})
