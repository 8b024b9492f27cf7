import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type Cell, NO, YES, cell, cord, list } from '../../../nock/index.js'
import { decider, type Put } from '../../../runtime/supervision/decide.js'
import { isAsQuiet, quietLook } from '../../../runtime/supervision/quiet-look.js'
import { type Event, type Life, newLife, step } from '../../../runtime/supervision/step.js'
import { formulaOf } from '../../_kit/book.js'
import { DOWN, UP, policyOf, show, sv, throttled } from '../../_kit/story.js'

const decide = decider()
const LOOK: Event = { _tag: 'Look' }
const ALIVE = cord('alive')
const SPAWN = cord('spawn')

const world = (lives: boolean): { put: Put; asked: string[] } => {
  const asked: string[] = []
  const put = (request: Cell) => {
    asked.push(show(request))
    return request.head === SPAWN ? 8 : request.head === ALIVE && !lives ? NO : YES
  }
  return { put, asked }
}

/** Looks twice, for which it may ask after another process as well. */
const asksTwice = policyOf(
  list([
    cell(cord('supervise'), cord('keep'), 7, formulaOf('observe'), formulaOf('observe')),
    cell(cord('observe'), cord('keep'), formulaOf('observe')),
    cell(cord('x'), cord('exit'), formulaOf('stop')),
  ]),
)

test('after a quiet look the same answers to the same questions mean the same decision', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(sv, throttled, asksTwice),
      fc.constantFrom(DOWN, UP),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (policy, service, supervised, livesThen, livesNow) => {
        const before = newLife(service, supervised)
        const first = step(policy, decide, before, LOOK, world(livesThen).put)
        const quiet = quietLook(before, first.life, first.decisions)
        fc.pre(quiet !== undefined)
        const now = world(livesNow)
        const again = world(livesNow)
        const second = step(policy, decide, first.life, LOOK, again.put)
        // where they are answered otherwise, nothing is said
        const isSame = isAsQuiet(quiet!, now.put)
        expect(isSame).toBe(livesNow || service === DOWN)
        fc.pre(isSame)
        expect(second.decisions).toEqual([quiet!.decision])
        expect(second.life).toEqual(quiet!.life)
        expect(again.asked).toEqual(now.asked)
      },
    ),
  )
})

test('what changed something, asked for something, or waits, is not quiet', () => {
  const look = (before: Life, policy: typeof sv, put: Put) => {
    const { life, decisions } = step(policy, decide, before, LOOK, put)
    return quietLook(before, life, decisions)
  }
  expect(look(newLife(UP, true), sv, world(true).put)?.decision.tape.map(show)).toEqual(['[[%alive 7] 0]'])
  expect(look(newLife(DOWN, false), sv, world(true).put)?.decision.tape).toEqual([])
  expect(look(newLife(UP, true), sv, world(false).put)).toBe(undefined)
  expect(look(newLife(DOWN, true), sv, world(true).put)).toBe(undefined)
  expect(look(newLife(DOWN, true), sv, () => 0)).toBe(undefined) // it cannot start
  expect(look(newLife(DOWN, true), throttled, () => undefined)).toBe(undefined)
})
