import { seen } from '../../../_kit/seen.js'
import { expect, test } from 'vitest'
import { markNumber } from '../../../../runtime/supervision/survivors/mark.js'
import { type Seen } from '../../../../runtime/supervision/survivors/seen.js'
import { Family } from '../../../../runtime/supervision/trees/family.js'

const WEB = '1:2:3'
const DB = '1:4:5'

const run = (identity: string): Partial<Seen> => ({ number: markNumber(identity, 'run') })

const SELF = 10

const family = new Family(
  [
    seen(1, 0),
    seen(5, 1, run(WEB)), // we run under a service of another supervisor
    seen(SELF, 5),
    seen(20, SELF), // web, which has wiped its marks
    seen(21, 20),
    seen(22, 21, run(DB)), // a supervisor's own, under web
    seen(30, 1, run(WEB)), // a daemon, of an earlier web
    seen(31, 30, { started: 3 }),
    seen(32, 1, { text: { identity: WEB, script: 'run', launch: 1n } }),
    seen(33, SELF, { number: markNumber(WEB, 'finish') }),
    seen(40, SELF, run(DB)),
    seen(41, 40),
  ],
  SELF,
)

const pids = (identity: string, leader?: number): readonly number[] =>
  family.of(identity, leader).map(({ pid }) => pid)

test('what bears the mark of a service, and its process, and what they started: the oldest first', () => {
  expect(pids(WEB, 20)).toEqual([31, 20, 21, 22, 30, 32])
  expect(pids(DB, 40)).toEqual([22, 40, 41])
})

test('a process is nobody’s by its number alone', () => {
  expect(pids(WEB)).toEqual([31, 30, 32])
})

test('who looks is not among them, nor who it descends from', () => {
  expect(pids(WEB, 5)).toEqual(pids(WEB))
  expect(pids(WEB, 1)).toEqual(pids(WEB))
})
