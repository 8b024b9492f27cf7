import { describe, expect, test } from 'vitest'
import { Malformed } from '../../../jets/index.js'
import { Cell, type Noun, describeCrash, list, printNoun, reference } from '../../../nock/index.js'
import { type Entry, type Put, decider } from '../../../runtime/supervision/decide.js'
import { ServiceNoun, serviceOf } from '../../../runtime/supervision/service.js'
import { formulaOf } from '../../_kit/book.js'
import { nounOf } from '../../_kit/text.js'

const decide = decider()

const show = (noun: Noun): string => printNoun(noun, { cords: true })

/** A world that answers as the table says; `later` leaves the answer for later, and what is not in it is not asked. */
const world = (answers: Readonly<Record<string, string>>) => {
  const asked: string[] = []
  const put: Put = (request) => {
    const text = show(request)
    asked.push(text)
    const answer = answers[text]
    if (answer === undefined) throw new Error(`nobody should ask ${text}`)
    return answer === 'later' ? undefined : nounOf(answer)
  }
  return { asked, put }
}

const tape = (text: string): readonly Entry[] => {
  const entries: Entry[] = []
  for (let rest = nounOf(text); typeof rest === 'object'; rest = rest.tail) entries.push(rest.head as Entry)
  return entries
}

/** What came of a formula on a service, in words. */
const decided = (formula: Noun, service: string, before: string, put: Put): string[] => {
  const outcome = decide(formula, serviceOf(nounOf(service))!, tape(before), put)
  const rest = show(list(outcome.tape))
  switch (outcome._tag) {
    case 'Decided':
      return ['decided', show(outcome.rest), rest]
    case 'Asked':
      return ['asked', show(outcome.request), rest]
    case 'Failed': {
      const { failure } = outcome
      const why = failure.why === 'crash' ? describeCrash(failure.crash).split('\n')[0]! : failure.message
      return ['failed', why, rest]
    }
  }
}

describe('a decision', () => {
  test('nothing to ask', () => {
    const { put, asked } = world({})
    expect(decided(formulaOf('start'), '[%web 1 7]', '0', put)).toEqual(['decided', '[%web 1 7]', '0'])
    expect(asked).toEqual([])
  })

  test('every answer at once: recorded in order', () => {
    const { put, asked } = world({
      '[%alive 7]': '1',
      '[%kill 9 7]': '0',
      '[%finish %web 5000]': '1',
      '[%spawn %web]': '8',
    })
    expect(decided(formulaOf('supervise'), '[%web 1 7]', '0', put)).toEqual([
      'decided',
      '[%web 1 8]',
      '[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5000] 1] [[%spawn %web] 8] 0]',
    ])
    expect(asked).toEqual(['[%alive 7]', '[%kill 9 7]', '[%finish %web 5000]', '[%spawn %web]'])
  })

  test('an answer that comes later: given up, then gone on with; nothing is asked twice', () => {
    const first = world({ '[%alive 7]': '1', '[%kill 9 7]': 'later' })
    expect(decided(formulaOf('supervise'), '[%web 1 7]', '0', first.put)).toEqual([
      'asked',
      '[%kill 9 7]',
      '[[[%alive 7] 1] 0]',
    ])
    const second = world({ '[%finish %web 5000]': '0', '[%spawn %web]': '8' })
    const before = '[[[%alive 7] 1] [[%kill 9 7] 0] 0]'
    expect(decided(formulaOf('supervise'), '[%web 1 7]', before, second.put)).toEqual([
      'decided',
      '[%web 1 8]',
      '[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5000] 0] [[%spawn %web] 8] 0]',
    ])
    expect(second.asked).toEqual(['[%finish %web 5000]', '[%spawn %web]'])
  })

  test('the request that is told is the one that was put', () => {
    let request: Cell | undefined
    const outcome = decide(formulaOf('start'), { name: 7, state: 0, pid: 0 }, [], (put) => {
      request = put
      return undefined
    })
    expect(outcome._tag === 'Asked' && outcome.request === request).toBe(true)
  })

  test('the tape that it was given stays as it was', () => {
    const before = tape('[[[%alive 7] 1] 0]')
    const { put } = world({ '[%kill 9 7]': '0', '[%finish %web 5000]': '0' })
    const outcome = decide(formulaOf('observe'), serviceOf(nounOf('[%web 1 7]'))!, before, put)
    expect(before).toHaveLength(1)
    expect(outcome.tape).toHaveLength(3)
    // nor is one decision's tape another's
    decide(formulaOf('start'), { name: 7, state: 0, pid: 0 }, [], () => 9)
    expect(outcome.tape).toHaveLength(3)
  })

  test('replays by the reference, without jets', () => {
    const { put } = world({ '[%kill 9 7]': '0', '[%finish %web 5000]': '1', '[%spawn %web]': '8' })
    const service = serviceOf(nounOf('[%web 1 7]'))!
    const outcome = decide(formulaOf('restart'), service, [], put)
    const subject = new Cell(list(outcome.tape), ServiceNoun.encode(service))
    const replay = reference(subject, formulaOf('restart'))
    expect(outcome._tag === 'Decided' && replay._tag === 'Right' && show(replay.right)).toBe('[0 %web 1 8]')
  })

  test('what a status answers is decided, too', () => {
    const { put } = world({ '[%alive 7]': '0' })
    expect(decided(formulaOf('status'), '[%web 1 7]', '0', put)).toEqual([
      'decided',
      '0',
      '[[[%alive 7] 0] 0]',
    ])
  })
})

describe('a failure', () => {
  test('a kill that is not permitted', () => {
    const { put } = world({ '[%kill 9 7]': '1' })
    expect(decided(formulaOf('stop'), '[%web 1 7]', '0', put)).toEqual([
      'failed',
      'rule 0: no noun has an axis 0',
      '[[[%kill 9 7] 1] 0]',
    ])
  })

  test('an answer that makes no sense', () => {
    const { put } = world({ '[%alive 7]': '2' })
    expect(decided(formulaOf('observe'), '[%web 1 7]', '0', put)).toEqual([
      'failed',
      'rule 6: the test must give 0 (yes) or 1 (no), not 2',
      '[[[%alive 7] 2] 0]',
    ])
  })

  test('a tape to other requests: nothing is asked', () => {
    const { put, asked } = world({})
    const other = '[[[%spawn %db] 8] 0]'
    expect(decided(formulaOf('start'), '[%web 0 0]', other, put)).toEqual([
      'failed',
      'rule 0: no noun has an axis 0',
      other,
    ])
    expect(asked).toEqual([])
  })

  test('a product that leaves something on the tape, or is none', () => {
    const { put } = world({})
    const message = 'the product is not [tape …] with the tape used up'
    expect(decided(formulaOf('start'), '[%web 1 7]', '[[1 2] 0]', put)).toEqual([
      'failed',
      message,
      '[[1 2] 0]',
    ])
    expect(decided(nounOf('[0 14]'), '[%web 1 7]', '0', put)).toEqual(['failed', message, '0'])
    expect(decided(nounOf('[1 5 6]'), '[%web 1 7]', '0', put)).toEqual(['failed', message, '0'])
  })

  test('a formula that is none', () => {
    const { put } = world({})
    expect(decided(nounOf('[12 0 1]'), '[%web 1 7]', '0', put)[0]).toBe('failed')
    expect(decided(7, '[%web 1 7]', '0', put)).toEqual(['failed', 'no rule: an atom is no formula', '0'])
  })

  test('a formula that never ends', () => {
    const { put } = world({})
    expect(decided(nounOf('[9 2 [1 9 2 0 1] 0 1]'), '[%web 1 7]', '0', put)).toEqual([
      'failed',
      'the budget is spent',
      '0',
    ])
  })

  test('a question that says nothing to the operating system', () => {
    const put: Put = () => {
      throw new Malformed()
    }
    expect(decided(formulaOf('start'), '[%web 0 0]', '0', put)).toEqual([
      'failed',
      'the formula has no value for this subject',
      '0',
    ])
  })

  test('a mistake of our own goes through, and leaves the next decision alone', () => {
    const put: Put = () => {
      throw new TypeError('of our own')
    }
    const service = { name: 7, state: 0, pid: 0 } as const
    expect(() => decide(formulaOf('start'), service, [], put)).toThrow(new TypeError('of our own'))
    expect(decide(formulaOf('start'), service, [], () => 9)).toMatchObject({ _tag: 'Decided' })
  })
})

test('two deciders know nothing of each other: one may decide while the other asks', () => {
  const other = decider()
  const service = { name: 7, state: 0, pid: 0 } as const
  const outcome = decide(formulaOf('start'), service, [], () => {
    const inner = other(formulaOf('start'), { ...service, name: 8 }, [], () => 88)
    return inner._tag === 'Decided' ? 77 : 0
  })
  expect(outcome._tag === 'Decided' && show(outcome.rest)).toBe('[7 1 77]')
  expect(outcome.tape.map(show)).toEqual(['[[%spawn 7] 77]'])
})
