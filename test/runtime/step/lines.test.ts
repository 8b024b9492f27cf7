import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Noun, plain } from '../../../nock/index.js'
import { PLAIN, screenLines, wrapped } from '../../../runtime/step/lines.js'
import { Steps } from '../../../runtime/step/steps.js'
import { type Told, tell } from '../../../runtime/step/told.js'
import { firstView } from '../../../runtime/step/view.js'
import { D, noun } from '../../_kit/programs.js'

const told = (subject: Noun, formula: Noun, n: number): Told =>
  tell(n, new Steps(subject, formula).at(n, false)!, { isExpanded: false, formula, cords: false, limit: 80 })

const screen = (one: Told, columns: number, lines: number): readonly string[] =>
  screenLines(one, firstView(one.n), { columns, lines }, PLAIN)

describe('the screen', () => {
  test('has a step, by which line it goes, and what it does', () => {
    expect('\n' + screen(told(41, noun('[4 0 1]'), 1), 80, 10).join('\n')).toMatchInlineSnapshot(`
      "
      step 1
      *[a 0 b]            /[b a]
      +«*[41 0 1]»
      →
      +«41»

      Rule 0 takes a part of the subject, axis 1, the whole: 41.


      → ← step  12 Enter  c call  s over  o out  g G ends  x expand  ? help  q quit"
    `)
  })

  test('has a crash with its hint', () => {
    expect('\n' + screen(told(41, noun('[4 0 2]'), 1), 80, 16).join('\n')).toMatchInlineSnapshot(`
      "
      step 1
      *[a 0 b]            /[b a]
      +«*[41 0 2]»

      No line of the definition goes on from here. Rule 0: there is nothing at axis 2.
      rule 0: there is nothing at axis 2
        the noun     41
        goes to      axis 1, the atom 41
        the formula  [0 2]
        in           [4 0 2]
                        ^^^
        hint         axis 2 of this subject: it is the atom 41, and has no parts



      → ← step  12 Enter  c call  s over  o out  g G ends  x expand  ? help  q quit"
    `)
  })

  test('keeps to a terminal of any size', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 1, max: 50 }),
        (n, columns, lines) => {
          const shown = screen(told(5, D.formula, n), columns, lines)
          expect(shown.length).toBeLessThanOrEqual(lines)
          for (const line of shown) expect(line.length).toBeLessThanOrEqual(columns)
        },
      ),
    )
  })

  test('has the keys on help', () => {
    const help = screenLines(
      told(1, noun('[1 2]'), 0),
      { ...firstView(), isHelp: true },
      { columns: 80, lines: 24 },
      PLAIN,
    )
    expect(help.at(-1)).toBe('any key goes back')
  })
})

describe('an expression over several lines', () => {
  const pieces = fc
    .tuple(
      fc.string({ maxLength: 300 }),
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.string({ maxLength: 300 }),
    )
    .map(([before, redex, after]) => [
      { text: before.replaceAll(/[«»…\n]/g, '.'), marked: false },
      { text: redex.replaceAll(/[«»…\n]/g, '.'), marked: true },
      { text: after.replaceAll(/[«»…\n]/g, '.'), marked: false },
    ])

  test('is all there, if there is room', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const lines = wrapped(all, 40, 100, PLAIN)
        expect(lines.join('').replaceAll(/[«»]/g, '')).toBe(plain(all))
        expect(
          lines
            .join('')
            .replaceAll('»«', '')
            .match(/«([^]*)»/)?.[1],
        ).toBe(all[1]!.text)
      }),
    )
  })

  test('begins near the mark, if there is not', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const lines = wrapped(all, 40, 2, PLAIN)
        expect(lines.length).toBeLessThanOrEqual(4)
        expect(lines.join('')).toContain('«')
      }),
    )
  })
})
