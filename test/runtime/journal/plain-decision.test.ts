import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Cell, type Noun, cell, cord, list, parseNoun } from '../../../nock/index.js'
import { decodeLine, nounText } from '../../../runtime/journal/line.js'
import { plainDecision } from '../../../runtime/journal/plain-decision.js'
import { PlainNouns } from '../../../runtime/journal/plain-nouns.js'
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

/** A decision's text, without a newline: of the kind that supervisors write, and of others. */
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
      chain: '0123456789abcdef'.repeat(4),
    })
  })

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

test('what is read as a plain decision is the decision that the JSON is', () => {
  let plain = 0
  let other = 0
  fc.assert(
    fc.property(fc.oneof(decisions, spoilt(decisions)), (text) => {
      const bytes = Buffer.from(text)
      const decision = plainDecision(bytes.toString('latin1'))
      if (decision === undefined) return void other++
      plain++
      expect(decodeLine(JSON.parse(bytes.toString('utf8')))).toStrictEqual({ _tag: 'Right', right: decision })
    }),
    { numRuns: 3000 },
  )
  expect(plain).toBeGreaterThan(300)
  expect(other).toBeGreaterThan(300)
})

test('what a supervisor writes of a service with a usual name is plain', () => {
  for (const name of ['web', 'web.example', 'service-100', 'my web', 'WEB_1', 'a', '12']) {
    const noun = nounText(cell(0, cord(name), 1, 4_194_304), cord(name))
    const text = `{"line":"decision","time":"t","service":"${name}","event":"u","formula":"0x1","subject":"${noun}","tape":"0","product":"${noun}","chain":"c"}`
    expect(plainDecision(text)).toMatchObject({ service: name, event: 'u', tape: 0, chain: 'c' })
  }
})

test('a plain noun is the one that parseNoun reads', () => {
  const reader = new PlainNouns()
  let plain = 0
  const texts = nouns.map((noun) => nounText(noun, cord('a-longer-name')))
  fc.assert(
    fc.property(fc.oneof(texts, spoilt(texts)), (text) => {
      const noun = reader.start(text, 0).noun()
      if (noun === undefined || reader.at !== text.length) return
      plain++
      expect(parseNoun(text)).toStrictEqual({ _tag: 'Right', right: noun })
    }),
    { numRuns: 2000 },
  )
  expect(plain).toBeGreaterThan(300)
})

test('deep and long ones are left to it', () => {
  const reader = new PlainNouns()
  const deep = '['.repeat(100_000) + '0' + ' 0]'.repeat(100_000)
  const long = `[${'0 '.repeat(100_000)}0]`
  for (const text of [deep, long]) {
    expect(reader.start(text, 0).noun()).toBeUndefined()
    expect(parseNoun(text)._tag).toBe('Right')
  }
})

test('more words than are remembered', () => {
  const reader = new PlainNouns()
  for (let i = 0; i < 10_000; i++) expect(reader.start(`%name-${i}`, 0).noun()).toBe(cord(`name-${i}`))
})
