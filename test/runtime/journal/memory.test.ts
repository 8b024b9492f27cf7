import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cord } from '../../../nock/index.js'
import { type Told, readTold } from '../../../runtime/explain/recorded.js'
import { namer } from '../../../runtime/formulas/index.js'
import { type Read, isQuiet, readJournal } from '../../../runtime/journal/index.js'
import { Memory } from '../../../runtime/journal/memory.js'
import { both } from '../../../runtime/supervision/recorder.js'
import { type Service, sameService } from '../../../runtime/supervision/service.js'
import { type Decision } from '../../../runtime/supervision/step.js'
import { History, pasts } from '../../../runtime/verify/history.js'
import { book } from '../../_kit/book.js'
import { DOWN, UP, decide, sv } from '../../_kit/story.js'
import { decisionOf } from '../explain/decisions.js'

const START = Date.UTC(2026, 10, 23, 6, 21, 10)

/** A memory by whose clock a second goes by at each look. */
const memory = (): Memory => {
  let now = START
  return new Memory({
    who: { runock: '0.1.0', pid: 7, directory: '/services' },
    now: () => new Date((now += 1000)),
    nameOf: namer(book),
  })
}

const directory = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'runock-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

/** What is read from the text that a memory gives; all of it must be as a journal is. */
const reads = (text: string, where = directory()): readonly Read[] => {
  const file = join(where, 'why')
  writeFileSync(file, text)
  const all = [...readJournal([file])]
  expect(all.filter(({ _tag }) => _tag !== 'Line')).toEqual([])
  return all
}

const told = (of: Memory, name = 'web'): Told => readTold(reads(of.journalOf(cord(name))!), undefined, 100)

const sameDecision = (a: Decision, b: Decision): boolean =>
  a.event === b.event && sameService(a.before, b.before) && sameService(a.after, b.after)

const LOOK = decisionOf(sv, 'supervise', UP, 'yes')
const start = (pid: number): Decision => decisionOf(sv, 'u', DOWN, pid)
const stop = (service: Service): Decision => decisionOf(sv, 'd', service, 'yes', 'no')
const REFUSED = decisionOf(sv, 'd', UP, 'no')

describe('a memory', () => {
  test('of a service knows how it came, and nothing of others', () => {
    const own = memory()
    expect(own.journalOf(cord('web'))).toBeUndefined()
    own.took(UP, 'adopted')
    expect(told(own)).toMatchObject({
      service: 'web',
      turn: undefined,
      last: [],
      taken: { why: 'adopted', time: '2026-11-23T06:21:12.000Z', service: UP },
    })
    expect(own.journalOf(cord('db'))).toBeUndefined()
  })

  test('keeps the last start, the last stop and five more that asked or changed something', () => {
    const own = memory()
    own.took(DOWN, 'new')
    own.decided(start(7))
    own.decided(stop(UP))
    own.decided(start(7))
    for (let i = 0; i < 8; i++) {
      own.decided(LOOK)
      own.decided(REFUSED)
    }
    const { turn, since, last, taken } = told(own)
    expect(last.map(({ time, decision }) => `${time.slice(17, 19)} ${decision.event}`)).toEqual([
      '14 d',
      '15 u',
      ...['19', '20', '21', '22', '23'].map((second) => `${second} d`),
    ])
    expect(turn!.decision.event).toBe('u')
    expect(since).toBe(5)
    expect(taken).toBeUndefined()
    expect(turn!.name).toBe('start')
  })

  test('forgets what has left', () => {
    const own = memory()
    own.took(UP, 'new')
    own.left(UP)
    expect(own.journalOf(UP.name)).toBeUndefined()
    own.decided(REFUSED)
    expect(own.journalOf(UP.name)).toBeUndefined()
  })

  test('keeps the same of any history: the last turns and the last five, whole', () => {
    const where = directory()
    const law = fc.property(pasts(sv), (past) => {
      const own = memory()
      const history = new History(sv, decide, past)
      for (const { life } of history.services) own.took(life.service, 'new')
      for (const happening of past.happenings) history.happen(happening)
      for (const { decisions, life } of history.services) {
        decisions.forEach((decision) => own.decided(decision))
        const loud = decisions.filter((decision) => !isQuiet(decision))
        const starts = loud.filter(({ before, after }) => before.pid !== after.pid && after.state === 1)
        const stops = loud.filter(({ before, after }) => before.pid !== after.pid && after.state === 0)
        const wanted = loud.filter(
          (one) => loud.slice(-5).includes(one) || one === starts.at(-1) || one === stops.at(-1),
        )
        const { last } = readTold(reads(own.journalOf(life.service.name)!, where), undefined, 100)
        expect(last.length).toBe(wanted.length)
        last.forEach(({ decision }, i) => expect(sameDecision(decision, wanted[i]!)).toBe(true))
      }
    })
    fc.assert(law, { numRuns: 100 })
  })
})

test('two recorders hear the same, in order', () => {
  const heard: string[] = []
  const recorder = (name: string) => ({
    took: (_: Service, why: string) => void heard.push(`${name} took ${why}`),
    decided: ({ event }: Decision) => void heard.push(`${name} decided ${event}`),
    left: () => void heard.push(`${name} left`),
  })
  const two = both(recorder('a'), recorder('b'))
  two.took(UP, 'new')
  two.decided(REFUSED)
  two.left(UP)
  expect(heard).toEqual(['a took new', 'b took new', 'a decided d', 'b decided d', 'a left', 'b left'])
})
