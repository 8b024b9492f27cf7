import { seen } from '../../../_kit/seen.js'
import { expect, test } from 'vitest'
import { markNumber } from '../../../../runtime/supervision/survivors/mark.js'
import { type Seen, lookAround, lookAt } from '../../../../runtime/supervision/survivors/seen.js'
import { Snapshot } from '../../../../runtime/supervision/survivors/snapshot.js'

const WEB = '1:2:3'
const DB = '1:2:4'
const SELF = 100
const text = (identity: string, launch = 1n): Partial<Seen> => ({ text: { identity, script: 'run', launch } })
const number = (identity: string): Partial<Seen> => ({ number: markNumber(identity, 'run') })

const found = (...all: readonly Seen[]): readonly (readonly [number, bigint | undefined])[] =>
  new Snapshot([seen(1, 0), seen(SELF, 1), ...all], SELF)
    .of(WEB, 'run')
    .map(({ pid, launch }) => [pid, launch])

test('a mark is in the environment, or among the limits, or both', () => {
  expect(
    found(seen(2, 1, text(WEB)), seen(3, 1, number(WEB)), seen(4, 1, { ...text(WEB, 9n), ...number(WEB) })),
  ).toEqual(
    expect.arrayContaining([
      [2, 1n],
      [3, undefined],
      [4, 9n],
    ]),
  )
  expect(found(seen(2, 1), seen(3, 1, text(DB)), seen(4, 1, number(DB)))).toEqual([])
})

test('the limit decides where they differ: the environment may still be a parent’s', () => {
  expect(found(seen(2, 1, { ...text(WEB), ...number(DB) }))).toEqual([])
  expect(found(seen(2, 1, { ...text(DB, 9n), ...number(WEB) }))).toEqual([[2, undefined]])
})

test('nobody finds himself, his ancestors, or what he started', () => {
  const own = [
    seen(5, 1, text(WEB)),
    seen(SELF, 5, text(WEB)),
    seen(6, SELF, text(WEB)),
    seen(7, 6, number(WEB)),
  ]
  expect(
    new Snapshot([seen(1, 0), ...own, seen(8, 5, text(WEB))], SELF).of(WEB, 'run').map(({ pid }) => pid),
  ).toEqual([8])
})

test('the system shows what we are', () => {
  const self = lookAt(process.pid)!
  expect(self).toMatchObject({ pid: process.pid, parent: process.ppid })
  expect(lookAround()).toContainEqual(self)
  expect(lookAt(2 ** 22 + 1)).toBeUndefined()
})
