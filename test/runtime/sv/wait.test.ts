import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import type { Status } from '../../../runtime/supervise/status.js'
import { COMMANDS } from '../../../runtime/sv/commands.js'
import { type Progress, progress } from '../../../runtime/sv/wait.js'

const AT = 1_700_000_000_500
const up: Status = { since: AT - 60_000, pid: 7, paused: false, want: 'up', gotTerm: false, state: 'run' }
const down: Status = { ...up, pid: 0, want: 'down', state: 'down' }
const anew: Status = { ...up, since: AT + 1, pid: 8 }

describe('a command', () => {
  test.each<readonly [letters: string, before: Status, now: Status, Progress]>([
    ['u', down, down, 'not yet'],
    ['u', down, { ...down, want: 'up' }, 'not yet'],
    ['u', down, { ...up, state: 'finish' }, 'not yet'],
    ['u', { ...up, want: 'down' }, { ...up, want: 'down' }, 'not yet'],
    ['u', down, anew, 'check'],
    ['d', up, up, 'not yet'],
    ['d', up, { ...up, state: 'finish', want: 'down' }, 'not yet'],
    ['d', up, { ...down, state: 'finish' }, 'not yet'],
    ['d', up, down, 'reached'],
    ['d', up, { ...down, want: 'up' }, 'reached'],
    ['C', up, up, 'check'],
    ['C', down, down, 'reached'],
    ['o', up, up, 'not yet'],
    ['o', up, { ...up, want: 'down' }, 'reached'],
    ['o', down, down, 'not yet'],
    ['o', { ...down, since: AT }, { ...down, since: AT }, 'not yet'],
    ['o', down, { ...anew, want: 'down' }, 'reached'],
    ['o', down, { ...down, since: AT + 2 }, 'reached'],
    ['t', up, up, 'not yet'],
    ['t', up, { ...up, gotTerm: true }, 'not yet'],
    ['t', up, { ...down, want: 'up' }, 'not yet'],
    ['t', up, anew, 'check'],
    // in the same second
    ['t', { ...up, since: AT - 1 }, { ...up, since: AT - 1 }, 'not yet'],
    ['t', { ...up, since: AT - 1 }, { ...anew, since: AT - 0.5 }, 'check'],
    ['t', down, down, 'reached'],
    ['k', up, anew, 'check'],
    ['k', down, down, 'reached'],
    ['p', up, up, 'not yet'],
    ['p', up, { ...up, paused: true }, 'reached'],
    ['p', down, down, 'reached'],
    ['c', up, { ...up, paused: true }, 'not yet'],
    ['c', up, up, 'reached'],
    ['x', up, up, 'not yet'],
    ['x', up, down, 'not yet'],
    ['h', up, up, 'reached'],
    ['tcu', up, up, 'not yet'],
    ['tcu', up, { ...anew, paused: true }, 'not yet'],
    ['tcu', down, down, 'not yet'],
    ['tcu', up, anew, 'check'],
    ['tcu', down, anew, 'check'],
  ])('%s, %o, %o: %s', (letters, before, now, expected) => {
    expect(progress({ letters, before, at: AT }, now)).toBe(expected)
  })

  test('of several letters has come as far as the last of them', () => {
    const status: fc.Arbitrary<Status> = fc.record({
      since: fc.integer({ min: AT - 3000, max: AT + 3000 }),
      pid: fc.constantFrom(0, 7, 8),
      paused: fc.boolean(),
      want: fc.constantFrom('up', 'down'),
      gotTerm: fc.boolean(),
      state: fc.constantFrom('down', 'run', 'finish'),
    })
    const order: readonly Progress[] = ['reached', 'check', 'not yet']
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(COMMANDS)), status, status, ({ letters }, before, now) => {
        const one = [...letters].map((letter) =>
          order.indexOf(progress({ letters: letter, before, at: AT }, now)),
        )
        expect(order.indexOf(progress({ letters, before, at: AT }, now))).toBe(Math.max(0, ...one))
      }),
    )
  })
})
