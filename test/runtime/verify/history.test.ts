import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { NO, cord } from '../../../nock/index.js'
import { decider } from '../../../runtime/supervision/decide.js'
import { type Evaluated, History, type Past, type Turn, pasts } from '../../../runtime/verify/history.js'
import { Story, happeningText } from '../../../runtime/verify/history-text.js'
import { KIND } from '../../../runtime/verify/simulated-os.js'
import { runit, show, sv, throttled } from '../../_kit/story.js'

const live = (policy: typeof sv, past: Past): readonly [string, string][] => {
  const story = new Story(past)
  const history = new History(policy, decider(), past, story)
  for (const happening of past.happenings) {
    story.happened(happening)
    history.happen(happening)
  }
  story.ended()
  history.settle()
  return story.lines.map(([label, text]) => [label, text])
}

describe.each(Object.entries({ sv, throttled, runit }))('%s', (_name, policy) => {
  test('a history follows from its past', () => {
    fc.assert(
      fc.property(pasts(policy), (past) => {
        expect(live(policy, past)).toEqual(live(policy, past))
      }),
      { numRuns: 100 },
    )
  })

  test('whatever may happen does', () => {
    const seen = new Set<string>()
    for (const { happenings } of fc.sample(pasts(policy), { numRuns: 200, seed: 1 })) {
      for (const happening of happenings)
        seen.add(happeningText(happening).replace(/^the world.*/, 'the world'))
    }
    const each = (name: string): string[] => [
      `${name} is looked at`,
      ...[...'udotkxpchaiq12e?'].map((letter) => `${name} gets the letter ${letter}`),
      ...['status', 'check'].map((event) => `%${event} is asked of ${name}`),
      `the process of ${name} dies`,
      `the process of ${name} dies, and all that it started`,
      `the process of ${name} forks`,
      `the process of ${name} starts one that leaves its group`,
    ]
    const others = ['an answer comes', 'an answer comes that came before', 'the world']
    expect([...seen].toSorted()).toEqual([...each('web'), ...each('db'), ...others].toSorted())
  })
})

const look = { is: 'look', to: 0 } as const

test('a story tells what happened, and what was asked and decided in consequence', () => {
  const past: Past = {
    seed: 3,
    temper: { ...KIND, refusesKill: 100 },
    happenings: [
      look,
      { is: 'fork', to: 0 },
      { is: 'death', to: 0 },
      look,
      { is: 'temper', temper: KIND },
      { is: 'letter', to: 0, letter: 'd' },
      { is: 'ask', to: 0, event: 'status' },
      { is: 'temper', temper: { ...KIND, late: 100 } },
      { is: 'letter', to: 1, letter: 'u' },
    ],
  }
  expect(live(sv, past)).toEqual([
    ['world', 'refusesKill 100 % (seed 3)'],
    ['then', 'web is looked at'],
    ['  asked', '[%spawn %web] 1'],
    ['  decided', '%supervise: [%web 0 0] to [0 %web 1 1]'],
    ['then', 'the process of web forks'],
    ['then', 'the process of web dies'],
    ['then', 'web is looked at'],
    ['  asked', '[%alive 1] 1'],
    ['  asked', '[%kill 9 1] 1'],
    ['  decided', '%supervise: [%web 1 1] to a crash: rule 0: no noun has an axis 0'],
    ['then', 'the world becomes kind'],
    ['then', 'web gets the letter d'],
    ['  asked', '[%kill 9 1] 0'],
    ['  asked', '[%finish %web 5000] 1'],
    ['  decided', '%d: [%web 1 1] to [0 %web 0 0]'],
    ['then', '%status is asked of web'],
    ['  decided', '%status: [%web 0 0] to [0 1]'],
    ['then', 'the world becomes late 100 %'],
    ['then', 'db gets the letter u'],
    ['  asked', '[%spawn %db] not answered yet'],
    ['then', 'every answer comes that is open'],
    ['  answered', '[%spawn %db] 2'],
    ['  decided', '%u: [%db 0 0] to [0 %db 1 2]'],
  ])
})

test('every answer that comes later comes to whom it is due, and once more when it is old', () => {
  const turns: Turn[] = []
  const past = { seed: 1, temper: { ...KIND, late: 100 } }
  const history = new History(sv, decider(), past, { turned: (_, turn) => turns.push(turn) })
  for (const happening of [look, { is: 'look', to: 1 } as const]) history.happen(happening)
  expect(history.os.open).toBe(2)
  history.happen({ is: 'answer', which: 1 })
  history.happen({ is: 'stale answer', which: 0 })
  history.settle()
  const told = turns.map(({ which, event, made }) => [which, event._tag, made.length])
  expect(told).toEqual([
    [0, 'Look', 0],
    [1, 'Look', 0],
    [1, 'Answer', 1],
    [1, 'Answer', 0], // nobody waits for it any more
    [0, 'Answer', 1],
  ])
  const performed = history.services.map((one) =>
    one.performed.map(({ request, answer }) => [show(request), answer]),
  )
  expect(performed).toEqual([[['[%spawn %web]', 1]], [['[%spawn %db]', 2]]])
})

test('a letter that cuts a wait short is its answer, whatever comes later', () => {
  const past = { seed: 1, temper: { ...KIND, diesAtOnce: 100 } }
  const history = new History(throttled, decider(), past)
  for (let i = 0; i < 2; i++) history.happen(look)
  const [{ performed, life }] = history.services as [History['services'][number]]
  expect(life.deciding?.request.head).toBe(cord('wait'))
  expect(performed.at(-1)).toMatchObject({ answer: undefined })
  history.letter(0, 'p') // what no policy knows
  expect(performed.findLast(({ request }) => request === life.deciding!.request)).toMatchObject({
    answer: NO,
  })
})

test('who asks by hand has the answer, late or not', () => {
  const told: Evaluated[] = []
  const answered = (_which: number, evaluated: Evaluated): void => void told.push(evaluated)
  for (const late of [0, 100]) {
    const history = new History(sv, decider(), { seed: 1, temper: { ...KIND, late } }, { answered })
    history.happen({ is: 'ask', to: 0, event: 'check' })
    history.happen({ is: 'ask', to: 0, event: 'no such row' })
    history.settle()
  }
  expect(told.map(({ event }) => event)).toEqual(['check', 'check'])
  for (const { rest, tape } of told) expect(tape.map(show)).toEqual([`[[%check %web 1000] ${String(rest)}]`])
})
