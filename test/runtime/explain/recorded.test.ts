import { describe, expect, test } from 'vitest'
import { cord } from '../../../nock/index.js'
import { explain } from '../../../runtime/explain/explain.js'
import { readTold } from '../../../runtime/explain/recorded.js'
import { namer } from '../../../runtime/formulas/index.js'
import { FIRST, Journal, type Line, type Read, decodeLine, nounText } from '../../../runtime/journal/index.js'
import { type Recorder } from '../../../runtime/supervision/recorder.js'
import { type Service } from '../../../runtime/supervision/service.js'
import { book, formulaOf } from '../../_kit/book.js'
import { DOWN, UP, sv } from '../../_kit/story.js'
import { decisionOf, names } from './decisions.js'

/** A journal's lines, as they are read; `onText` hears them as they are written. */
const journal = (
  write: (to: Recorder) => void,
  all = false,
  onText: (text: string) => void = () => {},
): Read[] => {
  const reads: Read[] = []
  let seconds = 0
  const to = new Journal({
    sink: {
      write(text) {
        onText(text)
        const { chain, ...value } = JSON.parse(text) as Line & { chain: string }
        const line = decodeLine(value)
        if (line._tag === 'Left') throw new Error(line.left)
        reads.push({
          _tag: 'Line',
          line: line.right,
          chain,
          place: { file: 'j', line: reads.length + 1 },
        })
        return true
      },
      nextFile: () => {},
    },
    end: { number: 1, chain: FIRST, size: 0 },
    now: () => new Date(Date.UTC(2026, 10, 23, 6, 0, seconds++)),
    nameOf: namer(book),
    all,
    size: Infinity,
  })
  to.start({ runock: '0.1.0', pid: 1, directory: '/services', torn: 0 })
  write(to)
  return reads
}

const DB: Service = { name: cord('db'), state: 0, pid: 0 }

describe('what a journal tells of a service', () => {
  const reads = journal((to) => {
    to.took(DOWN, 'new')
    to.took(DB, 'new')
    to.decided(decisionOf(sv, 'supervise', DOWN, 0))
    to.decided(decisionOf(sv, 'u', DOWN, 7))
    to.decided(decisionOf(sv, 'u', DB, 8))
    to.decided(decisionOf(sv, 'd', UP, 'no'))
    to.decided(decisionOf(sv, 'supervise', UP, 'yes'))
  }, true)

  test('is its last turn, what came after it, and the last few', () => {
    const { service, turn, since, last, taken, services, troubles, torn } = readTold(reads, 'web', 2)
    expect({ service, since, taken, troubles, torn }).toEqual({
      service: 'web',
      since: 1,
      taken: undefined,
      troubles: [],
      torn: undefined,
    })
    expect([...services]).toEqual(['web', 'db'])
    expect(turn!.decision).toMatchObject({ event: 'u', before: DOWN, after: UP, failure: undefined })
    expect(turn!.name).toBe('start')
    expect(last.map(({ decision }) => decision.event)).toEqual(['u', 'd'])
    expect(last[1]!.decision.failure).toEqual({ why: 'product', message: 'crash: axis, rule 0, axis 0' })
    for (const { decision } of last) expect(explain(decision, names).agrees).toBe(true)
  })

  test('is of the first service unless one is named, and nothing of one that is not in it', () => {
    expect(readTold(reads, undefined, 1).service).toBe('web')
    expect(readTold(reads, 'db', 1).turn!.decision.after.pid).toBe(8)
    expect(readTold(reads, 'mail', 1)).toMatchObject({ turn: undefined, last: [] })
  })

  test('is that a later supervisor took it over', () => {
    const later = journal((to) => {
      to.took(DOWN, 'new')
      to.decided(decisionOf(sv, 'u', DOWN, 7))
      to.took(UP, 'adopted')
    })
    expect(readTold(later, 'web', 1).taken).toMatchObject({ why: 'adopted', service: UP })
  })

  test('has the names of formulas, those of a supervisor’s own, too', () => {
    const own = readTold(reads, 'web', 1).named
    expect([...own.keys()]).toEqual(['supervise', 'start', 'stop'])
    expect(nounText(own.get('stop')!)).toBe(nounText(formulaOf('stop')))
  })
})

describe('a decision that is not what its formula gives', () => {
  const decision = decisionOf(sv, 'u', DOWN, 7)

  test.each([
    ['another pid', { ...decision, after: { ...UP, pid: 8 } }],
    ['another formula', { ...decision, formula: formulaOf('stop') }],
    ['a tape with more on it', { ...decision, tape: [...decision.tape, ...decision.tape] }],
    ['no tape', { ...decision, tape: [] }],
    ['that it failed', { ...decision, after: DOWN, failure: { why: 'product' as const, message: 'so' } }],
  ])('is seen: %s', (_, changed) => {
    expect(explain(decision, names).agrees).toBe(true)
    expect(explain(changed, names).agrees).toBe(false)
  })
})

describe('what cannot be read', () => {
  let decision = ''
  const reads = journal(
    (to) => {
      to.took(DOWN, 'new')
      to.decided(decisionOf(sv, 'u', DOWN, 7))
    },
    false,
    (text) => (decision = text),
  )
  const place = { file: 'j', line: 9 }

  test('a torn line, and damage: what stands before is used, what stands behind is not', () => {
    const torn = readTold([...reads, { _tag: 'Torn', place, bytes: 5 }], 'web', 1)
    expect(torn.torn).toBe('j:9: the last line is torn; all before it was read')
    expect(torn.troubles).toEqual([])
    expect(torn.damage).toBeUndefined()
    expect(torn.turn).toBeDefined()
    const damaged = readTold([{ _tag: 'Damaged', place, message: 'it was changed' }, ...reads], 'web', 1)
    expect(damaged.troubles).toEqual([
      'j:9: it was changed; what stands before it was read, and nothing behind it',
    ])
    expect(damaged.damage).toEqual({ _tag: 'Damaged', place, message: 'it was changed' })
    expect(damaged.turn).toBeUndefined()
  })

  test.each([
    ['subject', '[1 %web 0 0]', 'its subject is no [0 service]'],
    ['subject', '7', 'its subject is no [0 service]'],
    ['tape', '[1 0]', 'its tape is no list of [request answer]'],
    ['tape', '[[1 2] 3]', 'its tape is no list of [request answer]'],
    ['product', '[0 %web 1 0]', 'its product is no [0 service]'],
    ['product', '[5 %web 1 7]', 'its product is no [0 service]'],
    ['formula', '0x00000000', 'the file carries no formula of this hash'],
  ])('a decision with %s %s is passed over, and told', (field, text, why) => {
    const changed = decodeLine({ ...(JSON.parse(decision) as object), [field]: text })
    if (changed._tag === 'Left') throw new Error(changed.left)
    const told = readTold([...reads, { _tag: 'Line', line: changed.right, chain: '', place }], 'web', 1)
    expect(told.troubles).toEqual([`j:9: ${why}; the line is passed over`])
    expect(told.last).toHaveLength(1)
  })
})
