import { describe, expect, test } from 'vitest'
import { type Cell } from '../../../nock/index.js'
import { type Life, hasLeft, newLife, step } from '../../../runtime/supervision/step.js'
import { DOWN, UP, decide, show, sv, tell, throttled } from '../../_kit/story.js'
import { nounOf } from '../../_kit/text.js'
import { within } from '../../_kit/within.js'

describe('a supervised service', () => {
  const life = newLife(DOWN, true)

  test('is started, restarted when it died, and left alone while it lives', () => {
    expect(
      tell(sv, life, [
        ['look', 7],
        ['look', 0],
        ['look', 1, 0, 1, 8], // dead, its group is gone, it has no finish script
        ['look', 0],
      ]),
    ).toEqual([
      'look | [%spawn %web] 7 | supervise: down, up 7',
      'look | [%alive 7] 0 | supervise: up 7, up 7',
      'look | [%alive 7] 1 | [%kill 9 7] 0 | [%finish %web 5000] 1 | [%spawn %web] 8 | supervise: up 7, up 8',
      'look | [%alive 8] 0 | supervise: up 8, up 8',
    ])
  })

  test('is tried again on each look while it does not start', () => {
    expect(
      tell(sv, life, [
        ['look', 0],
        ['look', 0],
        ['look', 7],
      ]),
    ).toEqual([
      'look | [%spawn %web] 0 | supervise: down, down',
      'look | [%spawn %web] 0 | supervise: down, down',
      'look | [%spawn %web] 7 | supervise: down, up 7',
    ])
  })

  test('is not started before what its last process left is killed', () => {
    expect(
      tell(sv, newLife(UP, true), [
        ['look', 1, 'later'],
        ['look'],
        ['look'],
        ['-> 0', 0, 8, 0], // gone: finish, spawn; then the look that was due, and it lives
      ]),
    ).toEqual([
      'look | [%alive 7] 1 | [%kill 9 7] later',
      'look | ',
      'look | ',
      '-> 0 | [%finish %web 5000] 0 | [%spawn %web] 8 | [%alive 8] 0 | supervise: up 7, up 8 | supervise: up 8, up 8',
    ])
  })

  test('a kill that is not permitted leaves it as it was', () => {
    expect(
      tell(sv, newLife(UP, true), [['look', 1, 1], ['d', 1], ['t', 'later'], ['-> 1'], ['look', 0]]),
    ).toEqual([
      'look | [%alive 7] 1 | [%kill 9 7] 1 | supervise: up 7, failed',
      'd | [%kill 9 7] 1 | d: up 7, failed',
      't | [%kill 9 7] later',
      '-> 1 | t: up 7, failed',
      'look | [%alive 7] 0 | observe: up 7, up 7', // d took it out of the supervised set all the same
    ])
  })
})

describe('letters', () => {
  test('u, d, o: up, down, up once', () => {
    expect(
      tell(sv, newLife(DOWN, false), [
        ['look'],
        ['u', 7],
        ['u'],
        ['d', 0, 1],
        ['d'],
        ['look'],
        ['o', 8],
        ['look', 1, 0, 1],
        ['look'],
        ['u', 9],
        ['look', 1, 0, 1, 10],
      ]),
    ).toEqual([
      'look | observe: down, down',
      'u | [%spawn %web] 7 | u: down, up 7',
      'u | u: up 7, up 7',
      'd | [%kill 9 7] 0 | [%finish %web 5000] 1 | d: up 7, down',
      'd | d: down, down',
      'look | observe: down, down',
      'o | [%spawn %web] 8 | o: down, up 8',
      'look | [%alive 8] 1 | [%kill 9 8] 0 | [%finish %web 5000] 1 | observe: up 8, down',
      'look | observe: down, down',
      'u | [%spawn %web] 9 | u: down, up 9',
      'look | [%alive 9] 1 | [%kill 9 9] 0 | [%finish %web 5000] 1 | [%spawn %web] 10 | supervise: up 9, up 10',
    ])
  })

  test('t and k restart what is up, and leave what is down', () => {
    expect(tell(sv, newLife(UP, true), [['t', 0, 1, 8], ['k', 0, 1, 9], ['d', 0, 1], ['t'], ['k']])).toEqual([
      't | [%kill 9 7] 0 | [%finish %web 5000] 1 | [%spawn %web] 8 | t: up 7, up 8',
      'k | [%kill 9 8] 0 | [%finish %web 5000] 1 | [%spawn %web] 9 | k: up 8, up 9',
      'd | [%kill 9 9] 0 | [%finish %web 5000] 1 | d: up 9, down',
      't | t: down, down',
      'k | k: down, down',
    ])
  })

  test('others than the policy knows are nothing', () => {
    expect(tell(sv, newLife(UP, true), [['z'], ['?'], ['supervised']])).toEqual([
      'z | ',
      '? | ',
      'supervised | ',
    ])
  })

  test('what comes while an answer is due waits its turn, in order; a look comes last', () => {
    expect(
      tell(sv, newLife(UP, true), [
        ['d', 'later'],
        ['u'],
        ['look'],
        ['z'],
        ['t'],
        ['-> 0', 1, 8, 'later'],
        ['look'],
        ['-> 0', 1, 9, 0],
      ]),
    ).toEqual([
      'd | [%kill 9 7] later',
      'u | ',
      'look | ',
      'z | ',
      't | ',
      '-> 0 | [%finish %web 5000] 1 | [%spawn %web] 8 | [%kill 9 8] later | d: up 7, down | u: down, up 8',
      'look | ',
      '-> 0 | [%finish %web 5000] 1 | [%spawn %web] 9 | [%alive 9] 0 | t: up 8, up 9 | supervise: up 9, up 9',
    ])
  })

  test('a hundred thousand of them while an answer is due hold up nothing else', () => {
    const asked = step(sv, decide, newLife(UP, true), { _tag: 'Letter', letter: 'd' }, () => undefined).life
    const { request } = asked.deciding!
    const decisions = within(10, () => {
      let life = asked
      for (let i = 0; i < 100_000; i++) {
        life = step(sv, decide, life, { _tag: 'Letter', letter: '?' }, () => undefined).life
      }
      return step(sv, decide, life, { _tag: 'Answer', request, answer: 0 }, () => 0).decisions
    })
    expect(decisions.map(({ event }) => event)).toEqual(['d'])
  })

  test('x lets go of it once it is down, unless u comes after it', () => {
    expect(tell(sv, newLife(UP, true), [['x', 'later'], ['look'], ['-> 0', 1]])).toEqual([
      'x | [%kill 9 7] later',
      'look | ',
      '-> 0 | [%finish %web 5000] 1 | x: up 7, down | observe: down, down | left',
    ])
    expect(tell(sv, newLife(DOWN, true), [['x']])).toEqual(['x | x: down, down | left'])
    expect(tell(sv, newLife(UP, true), [['x', 'later'], ['u'], ['-> 0', 1, 8], ['d', 0, 1]])).toEqual([
      'x | [%kill 9 7] later',
      'u | ',
      '-> 0 | [%finish %web 5000] 1 | [%spawn %web] 8 | x: up 7, down | u: down, up 8',
      'd | [%kill 9 8] 0 | [%finish %web 5000] 1 | d: up 8, down',
    ])
    // not permitted: it is tried again at each look
    expect(
      tell(sv, newLife(UP, true), [
        ['x', 1],
        ['look', 1],
        ['t', 1],
        ['look', 0, 1],
      ]),
    ).toEqual([
      'x | [%kill 9 7] 1 | x: up 7, failed',
      'look | [%kill 9 7] 1 | x: up 7, failed',
      't | [%kill 9 7] 1 | t: up 7, failed',
      'look | [%kill 9 7] 0 | [%finish %web 5000] 1 | x: up 7, down | left',
    ])
  })

  test('x does not wait for letters before it, however many there are', () => {
    expect(tell(sv, newLife(UP, true), [['t', 'later'], ['t'], ['u'], ['x'], ['-> 0', 0, 8, 0, 0]])).toEqual([
      't | [%kill 9 7] later',
      't | ',
      'u | ',
      'x | ',
      '-> 0 | [%finish %web 5000] 0 | [%spawn %web] 8 | [%kill 9 8] 0 | [%finish %web 5000] 0 | t: up 7, up 8 | x: up 8, down | left',
    ])
  })
})

describe('hasLeft', () => {
  const request = nounOf('[%alive 7]') as Cell
  const leaving: Life = { ...newLife(DOWN, false), leaving: true }

  test('when it is down and nothing is to be done any more', () => {
    expect(hasLeft(leaving)).toBe(true)
    expect(hasLeft({ ...leaving, leaving: false })).toBe(false)
    expect(hasLeft({ ...leaving, service: UP })).toBe(false)
    expect(hasLeft({ ...leaving, letters: 'u' })).toBe(false)
    expect(hasLeft({ ...leaving, deciding: { event: 'u', formula: 0, tape: [], request } })).toBe(false)
  })
})

describe('answers', () => {
  test('that nobody waits for are nothing', () => {
    expect(
      tell(sv, newLife(UP, true), [
        ['d', 'later'],
        ['-> 0', 'later'], // finish, too, may take its time
        ['late -> 0'], // to the kill, again
        ['-> 1'],
        ['-> 1'],
      ]),
    ).toEqual([
      'd | [%kill 9 7] later',
      '-> 0 | [%finish %web 5000] later',
      'late -> 0 | ',
      '-> 1 | d: up 7, down',
      '-> 1 | ',
    ])
  })

  test('one to an equal request of an earlier decision is not one to this', () => {
    const waits = (life: Life): string => show(life.deciding!.request)
    const first = step(throttled, decide, newLife(DOWN, true), { _tag: 'Look' }, () => undefined).life
    // the letter ends the wait; the look afterwards waits again, with the same words
    const second = step(throttled, decide, first, { _tag: 'Letter', letter: '?' }, () => undefined).life
    expect([waits(first), waits(second)]).toEqual(['[%wait %web 1000]', '[%wait %web 1000]'])
    const { request } = first.deciding!
    const late = step(throttled, decide, second, { _tag: 'Answer', request, answer: 0 }, () => undefined)
    expect(late).toEqual({ life: second, decisions: [] })
    expect(late.life).toBe(second)
  })
})
