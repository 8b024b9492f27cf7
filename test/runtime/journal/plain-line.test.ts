import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Cell, type Noun, cell, cord, equal, list, parseNoun } from '../../../nock/index.js'
import { FIRST, SEAL_LENGTH, chainIn, seal } from '../../../runtime/journal/chain.js'
import { decodeLine, nounText } from '../../../runtime/journal/line.js'
import { plainLine } from '../../../runtime/journal/plain-line.js'
import { PlainText } from '../../../runtime/journal/plain-text.js'
import { nouns } from '../../_kit/nouns.js'
import { nounOf } from '../../_kit/text.js'

const names = fc.oneof(
  fc.constantFrom(
    'web',
    'web-1',
    'web.example',
    'a',
    'service-100',
    'my web',
    'WEB_1',
    '12',
    '-x',
    'ends-in-',
  ),
  fc.string({ minLength: 1 }).filter((name) => !name.endsWith('\0')),
)

const pids = fc.oneof(
  fc.nat(4_194_304),
  fc
    .bigInt({ min: 0n, max: 2n ** 70n })
    .map(String)
    .map(nounOf),
)

/** A decision's text without its chain: of the kind that supervisors write, and of others. */
const decisions = fc
  .record({
    name: names,
    pid: pids,
    next: pids,
    odd: nouns,
    isOdd: fc.nat(9),
    failed: fc.option(fc.string()),
  })
  .map(({ name, pid, next, odd, isOdd, failed }) => {
    const web = cord(name)
    const text = (noun: Noun): string => nounText(noun, web)
    const spawned = new Cell(cell(cord('spawn'), web), isOdd === 0 ? odd : next)
    return JSON.stringify({
      line: 'decision',
      time: '2026-11-23T06:44:13.438Z',
      service: name,
      event: 'supervise',
      formula: '0x15b36d97',
      subject: text(cell(0, web, 1, pid)),
      tape: text(list([new Cell(cell(cord('alive'), pid), 1), spawned])),
      ...(failed === null ? { product: text(cell(0, web, 1, next)) } : { failed }),
    })
  })

/** The text of a service's line, the same way. */
const services = fc
  .record({ name: names, pid: pids, why: fc.constantFrom('new', 'adopted', 'here', 'gone', 'else') })
  .map(({ name, pid, why }) => {
    const web = cord(name)
    const noun = nounText(cell(web, 1, pid), web)
    return JSON.stringify({ line: 'service', time: '2026-11-23T06:44:13.438Z', service: name, why, noun })
  })

/** What is read of a line with other lines around it. */
const read = (body: string): { readonly text: string; readonly line: ReturnType<typeof plainLine> } => {
  const { text } = seal(FIRST, body)
  const bytes = Buffer.from(text)
  const [before, behind] = [Buffer.from(`${text}\n`), Buffer.from(`\n${text}`)]
  const from = before.length
  const chain = chainIn(bytes)!
  const end = from + bytes.length - SEAL_LENGTH
  return { text, line: plainLine(Buffer.concat([before, bytes, behind]), from, end, chain) }
}

/** A text with a few characters put in, or in the place of others. */
const spoilt = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.array(
        fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'"\\ ,%[]\';{}0.-9azAZ~', '\0', '\n', '\x7f', 'é')),
        {
          maxLength: 2,
        },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((now, [at, gone, character]) => {
        const from = at % (now.length + 1)
        return now.slice(0, from) + character + now.slice(from + gone)
      }, text),
    )

test.each([
  ['decision', decisions],
  ['service', services],
] as const)('what is read as a plain %s is what the JSON is', (_, bodies) => {
  let plain = 0
  let other = 0
  fc.assert(
    fc.property(fc.oneof(bodies, spoilt(bodies)), (body) => {
      const { text, line } = read(body)
      if (line === undefined) return void other++
      plain++
      expect(decodeLine(JSON.parse(text))).toStrictEqual({ _tag: 'Right', right: line })
    }),
    { numRuns: 3000 },
  )
  expect(plain).toBeGreaterThan(300)
  expect(other).toBeGreaterThan(300)
})

test('what a supervisor writes of a service with a usual name is plain', () => {
  for (const name of ['web', 'web.example', 'service-100', 'my web', 'WEB_1', 'a', '12']) {
    const text = (noun: Noun): string => nounText(noun, cord(name))
    const noun = cell(cord(name), 1, 4_194_304)
    const product = text(new Cell(0, noun))
    const decision = {
      time: 't',
      service: name,
      event: 'u',
      formula: '0x1',
      subject: product,
      tape: '0',
      product,
    }
    const gone = { time: 't', service: name, why: 'gone', noun: text(noun) }
    expect(read(JSON.stringify({ line: 'decision', ...decision })).line).toMatchObject({
      service: name,
      tape: 0,
    })
    expect(read(JSON.stringify({ line: 'service', ...gone })).line).toMatchObject({ service: name, noun })
  }
})

test('a line goes no further than its chain', () => {
  const body = '{"line":"service","time":"t","service":"a","why":"new","noun":"[%a 0 0]"}'
  const bytes = Buffer.from(body)
  const end = body.length - 1
  expect(plainLine(bytes, 0, end, '')).toMatchObject({ noun: cell(cord('a'), 0, 0) })
  for (const other of [end - 1, end + 1, 0, 100]) expect(plainLine(bytes, 0, other, '')).toBeUndefined()
})

test('a plain noun is the one that parseNoun reads', () => {
  const reader = new PlainText()
  let plain = 0
  const texts = nouns.map((noun) => nounText(noun, cord('a-longer-name')))
  fc.assert(
    fc.property(fc.oneof(texts, spoilt(texts)), (text) => {
      const bytes = Buffer.from(text)
      const noun = reader.start(bytes, 0).noun()
      if (noun === undefined || reader.at !== bytes.length) return
      plain++
      expect(parseNoun(text)).toStrictEqual({ _tag: 'Right', right: noun })
    }),
    { numRuns: 2000 },
  )
  expect(plain).toBeGreaterThan(300)
})

test('deep ones, long ones, and those that do not end', () => {
  const reader = new PlainText()
  const deep = '['.repeat(100_000) + '0' + ' 0]'.repeat(100_000)
  const long = `[${'0 '.repeat(100_000)}0]`
  for (const text of [deep, long]) {
    const noun = reader.start(Buffer.from(text), 0).noun()
    const parsed = parseNoun(text)
    expect(parsed._tag === 'Right' && noun !== undefined && equal(parsed.right, noun)).toBe(true)
    expect(reader.start(Buffer.from(text.slice(0, -1)), 0).noun()).toBeUndefined()
  }
  expect(reader.start(Buffer.from('[1 [%a 3] 4]'), 0).noun()).toEqual(cell(1, cell(97, 3), 4))
})

test('more words than are remembered, and long ones', () => {
  const reader = new PlainText()
  const word = (text: string): Noun | undefined => reader.start(Buffer.from(`%${text}`), 0).noun()
  for (let i = 0; i < 20_000; i++) expect(word(`name-${i}`)).toBe(cord(`name-${i}`))
  expect(word('a'.repeat(128))).toBe(cord('a'.repeat(128)))
  expect(word('a'.repeat(129))).toBeUndefined()
})
