import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type Noun, atom, cell } from '../../../nock/noun.js'
import { reference } from '../../../nock/reference.js'
import { machine } from '../../_kit/machines.js'
import { type Outcome, kindOf, printOutcome, sameOutcome } from '../../_kit/outcome.js'
import { noun } from '../../_kit/programs.js'

// functions over a list that call themselves for what follows an item, and then only put the product into a cell, or
// increment it: in the core [loop list] an item is at axis 6, what follows it at 7

const REST = '9 2 [0 2] 0 7'

/** What is done with an item: some of it crashes on some. */
const head = fc.constantFrom('[0 6]', '[1 5]', '[4 0 6]', '[3 0 6]', '[0 12]', '[0 7]', '[2 [0 6] 1 4 0 1]')

const waiting = fc.oneof(
  head.map((one) => `[${one} ${REST}]`),
  fc.tuple(head, head).map(([one, other]) => `[${one} ${other} ${REST}]`),
  fc.tuple(head, head, head).map((heads) => `[${heads.join(' ')} ${REST}]`),
  fc.integer({ min: 1, max: 4 }).map((times) => `[${'4 '.repeat(times)}${REST}]`),
  // not nearly the last thing
  head.map((one) => `[${one} 4 ${REST}]`),
  head.map((one) => `[[${REST}] ${one}]`),
  head.map((one) => `[4 7 [${one} ${REST}] 0 3]`),
  fc.constant(`[${REST}]`),
)

/** In one of two ways, for this item or that. */
const turn = fc.oneof(
  waiting,
  fc.tuple(waiting, waiting).map(([a, b]) => `[6 [3 0 6] ${a} ${b}]`),
)

const end = fc.constantFrom(
  '[1 0]',
  '[0 3]',
  '[1 1 2]',
  '[4 0 3]',
  '[0 0]',
  '[1 9007199254740989]',
  '[1 18446744073709551615]',
)

const programs = fc.tuple(turn, end).map(([turn, end]) => noun(`[8 [1 6 [3 0 3] ${turn} ${end}] 9 2 0 1]`))

const item = fc.oneof(
  fc.nat(9).map((n): Noun => n + 1),
  fc.constantFrom<Noun>(0, 2 ** 53 - 1, atom(2n ** 64n), cell(1, 2)),
)

const lists = fc
  .tuple(
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant<Noun>(3) }, item), { maxLength: 40 }),
    fc.constantFrom<Noun>(0, 3),
  )
  .map(([items, last]) => items.reduceRight<Noun>((rest, one) => cell(one, rest), last))

const agree = (formula: Noun, subject: Noun, seen?: Set<string>): void => {
  const wanted = reference(subject, formula)
  seen?.add(kindOf(wanted))
  const found = [1, 2, 3].map((): Outcome => machine(subject, formula, { hot: 1 }))
  const wrong = found.filter((outcome) => !sameOutcome(wanted, outcome))
  expect(wrong.map((one) => `${printOutcome(one)}, not ${printOutcome(wanted)}`)).toEqual([])
}

test('what waits only to put a product into a cell, or to increment it, comes to what the reference comes to', () => {
  const seen = new Set<string>()
  const property = fc.property(
    programs,
    fc.array(lists, { minLength: 3, maxLength: 4 }),
    (formula, subjects) => {
      for (const subject of subjects) agree(formula, subject, seen)
    },
  )
  fc.assert(property, { numRuns: 2_000 })
  for (const kind of ['value', 'increment 4', 'axis 0']) expect([...seen]).toContain(kind)
})

const long = (last: Noun): Noun => {
  let list = last
  for (let i = 0; i < 100_000; i++) list = cell(3, list)
  return list
}

test.each([
  ['a tail', `[[0 6] ${REST}]`, '[1 0]', long(0)],
  ['a tail, and a crash at the end', `[[0 6] ${REST}]`, '[0 0]', long(0)],
  ['a tail, and a crash at the last item', `[[4 0 6] ${REST}]`, '[1 0]', cell(3, long(cell(cell(1, 1), 0)))],
  ['a number', `[4 ${REST}]`, '[1 0]', long(0)],
  ['a number beyond 2^53', `[4 ${REST}]`, '[1 9007199254700000]', long(0)],
  ['the last item', `[4 ${REST}]`, '[0 3]', long(7)],
  ['a number, twice', `[4 4 ${REST}]`, '[0 3]', long(7)],
])('100,000 wait for %s', (_name, turn, end, subject) => {
  agree(noun(`[8 [1 6 [3 0 3] ${turn} ${end}] 9 2 0 1]`), subject)
})

test('a cell at the end of 100,000 increments crashes the last one', () => {
  agree(noun(`[8 [1 6 [3 0 3] [4 ${REST}] 1 1 2] 9 2 0 1]`), long(0))
})
