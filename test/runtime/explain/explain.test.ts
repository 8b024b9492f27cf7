import { describe, expect, test } from 'vitest'
import { explain } from '../../../runtime/explain/explain.js'
import { DOWN, UP, sv, throttled } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'
import { decisionOf, names, told } from './decisions.js'

describe('a decision is explained', () => {
  test('a start', () => {
    expect(told(decisionOf(sv, 'u', DOWN, 4242))).toMatchInlineSnapshot(`
      "web: started as pid 4242 on sv up (%u), 2026-11-23T06:21:10.123Z
        it was down
        start
          is the state 0 (down)? yes
            start.nock:4  if [5 [0 14] 1 0] then [8 [7 [[0 2] 0 6] spawn] 6 [5 [0 5] 1 0] [[0 4] 0 7] [0 …
          %spawn web → pid 4242
          is the answer to %spawn 0? no
            start.nock:6  if [5 [0 5] 1 0] else [[0 4] [0 14] [4 0 30] 0 5]
        it became up, pid 4242
        (1 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
  test('a start that failed', () => {
    expect(told(decisionOf(sv, 'u', DOWN, 0))).toMatchInlineSnapshot(`
      "web: not started on sv up (%u): it could not be, 2026-11-23T06:21:10.123Z
        it was down
        start
          is the state 0 (down)? yes
            start.nock:4  if [5 [0 14] 1 0] then [8 [7 [[0 2] 0 6] spawn] 6 [5 [0 5] 1 0] [[0 4] 0 7] [0 …
          %spawn web → 0, it could not start: the supervisor's log says why
          is the answer to %spawn 0? yes
            start.nock:6  if [5 [0 5] 1 0] then [[0 4] 0 7]
        it stayed down
        (1 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
  test('a stop', () => {
    expect(told(decisionOf(sv, 'd', UP, 'yes', 'no'))).toMatchInlineSnapshot(`
      "web: stopped on sv down (%d), 2026-11-23T06:21:10.123Z
        it was up, pid 7
        stop
          is the state 1 (up)? yes
            stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] [0 14…
          %kill 9 7 → yes, all of its group is gone
          is the answer to %kill yes? yes
            stop.nock:7  if [0 5] then [8 [7 [[0 4] [0 14] 1 5000] finish] [0 4] [0 30] [7 [0 62] dec] 1 …
          %finish web 5000 → no, it has none
        it became down
        (3 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
  test('a kill that was refused: the formula crashes', () => {
    expect(told(decisionOf(sv, 'd', UP, 'no'))).toMatchInlineSnapshot(`
      "web: nothing decided on sv down (%d): the formula failed, 2026-11-23T06:21:10.123Z
        it was up, pid 7
        stop
          is the state 1 (up)? yes
            stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] [0 14…
          %kill 9 7 → no, not permitted
          is the answer to %kill yes? no
            stop.nock:7  if [0 5] else [0 0]
        rule 0: no noun has an axis 0
          the noun     [[0 1] [[[1819044203 9 7] 1] 0] 6448503 1 7]
          the formula  [0 0]
          in           …0] 7 [[0 2] [1 11484489937136…]]]] 0 0] 0 1]
                                                           ^^^
          hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
        it stayed up, pid 7
        (1 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
  test('a look at one that has died', () => {
    expect(told(decisionOf(sv, 'supervise', UP, 'no', 'yes', 'yes', 4243))).toMatchInlineSnapshot(`
      "web: started again as pid 4243 on a look (%supervise), 2026-11-23T06:21:10.123Z
        it was up, pid 7
        supervise
          observe
            is the state 1 (up)? yes
              observe.nock:4  if [5 [0 14] 1 1] then [8 [7 [[0 2] 0 15] alive] 6 [0 5] [[0 4] 0 7] 7 [[0 …
            %alive 7 → no
            is the answer to %alive yes? no
              observe.nock:6  if [0 5] else [7 [[0 4] 0 7] stop]
            stop
              is the state 1 (up)? yes
                stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] […
              %kill 9 7 → yes, all of its group is gone
              is the answer to %kill yes? yes
                stop.nock:7  if [0 5] then [8 [7 [[0 4] [0 14] 1 5000] finish] [0 4] [0 30] [7 [0 62] dec…
              %finish web 5000 → yes, its finish script runs
          start
            is the state 0 (down)? yes
              start.nock:4  if [5 [0 14] 1 0] then [8 [7 [[0 2] 0 6] spawn] 6 [5 [0 5] 1 0] [[0 4] 0 7] […
            %spawn web → pid 4243
            is the answer to %spawn 0? no
              start.nock:6  if [5 [0 5] 1 0] else [[0 4] [0 14] [4 0 30] 0 5]
        it became up, pid 4243
        (5 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
  test('a look at one that lives', () => {
    expect(told(decisionOf(sv, 'supervise', UP, 'yes'))).toMatchInlineSnapshot(`
      "web: left up on a look (%supervise), 2026-11-23T06:21:10.123Z
        it was up, pid 7
        supervise
          observe
            is the state 1 (up)? yes
              observe.nock:4  if [5 [0 14] 1 1] then [8 [7 [[0 2] 0 15] alive] 6 [0 5] [[0 4] 0 7] 7 [[0 …
            %alive 7 → yes
            is the answer to %alive yes? yes
              observe.nock:6  if [0 5] then [[0 4] 0 7]
          start
            is the state 0 (down)? no
              start.nock:4  if [5 [0 14] 1 0] else [0 1]
        it stayed up, pid 7
        (1 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
  test('a restart, with all rules 6', () => {
    expect(told(decisionOf(sv, 't', UP, 'yes', 'yes', 4243), true)).toMatchInlineSnapshot(`
      "web: started again as pid 4243 on sv restart or sv term (%t), 2026-11-23T06:21:10.123Z
        it was up, pid 7
        sv %t %k
          is the state 1 (up)? yes
            sv.nock:13  if [5 [0 14] 1 1] then restart
          restart
            stop
              is the state 1 (up)? yes
                stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] […
              kill
                ask
                  %kill 9 7 → yes, all of its group is gone
                  [5 [0 8] 0 3] gives yes
                    ask.nock:6  if [5 [0 8] 0 3] then [[0 5] 0 9]
              is the answer to %kill yes? yes
                stop.nock:7  if [0 5] then [8 [7 [[0 4] [0 14] 1 5000] finish] [0 4] [0 30] [7 [0 62] dec…
              finish
                ask
                  %finish web 5000 → yes, its finish script runs
                  [5 [0 8] 0 3] gives yes
                    ask.nock:6  if [5 [0 8] 0 3] then [[0 5] 0 9]
              dec
                [5 [0 7] 4 0 6] gives yes
                  dec.nock:6  if [5 [0 7] 4 0 6] then [0 6]
            start
              is the state 0 (down)? yes
                start.nock:4  if [5 [0 14] 1 0] then [8 [7 [[0 2] 0 6] spawn] 6 [5 [0 5] 1 0] [[0 4] 0 7]…
              spawn
                ask
                  %spawn web → pid 4243
                  [5 [0 8] 0 3] gives yes
                    ask.nock:6  if [5 [0 8] 0 3] then [[0 5] 0 9]
              is the answer to %spawn 0? no
                start.nock:6  if [5 [0 5] 1 0] else [[0 4] [0 14] [4 0 30] 0 5]
        it became up, pid 4243"
    `)
  })
  test('a throttled start that a command cut short', () => {
    expect(told(decisionOf(throttled, 'supervise', DOWN, 'no'))).toMatchInlineSnapshot(`
      "web: left down on a look (%supervise), 2026-11-23T06:21:10.123Z
        it was down
        throttled %supervise
          is the state 0 (down)? yes
            throttled.nock:5  if [0 14] then [8 [7 [[0 2] [0 6] 1 1000] wait] 6 [0 5] [7 [[0 4] 0 7] star…
          %wait web 1000 → no, a command came meanwhile
          is the answer to %wait yes? no
            throttled.nock:7  if [0 5] else [[0 4] 0 7]
        it stayed down
        (1 more of rule 6 inside formulas that jets stand for: --all)"
    `)
  })
})

test('a formula that never ends is explained as far as the budget goes, in a memory that does not grow', () => {
  const formula = nounOf('[8 [1 6 [1 0] [9 2 0 1] 0 0] 9 2 0 1]')
  const failure = { why: 'product' as const, message: 'the budget is spent' }
  const decision = { event: 'd', formula, before: DOWN, tape: [], after: DOWN, failure }
  const { reasons, omitted, product, agrees } = explain(decision, names)
  expect(product).toMatchObject({ _tag: 'Left', left: { why: 'budget' } })
  expect(agrees).toBeUndefined()
  expect(reasons).toHaveLength(10_000)
  expect(omitted).toBeGreaterThan(100_000)
})
