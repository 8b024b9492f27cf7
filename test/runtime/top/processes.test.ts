import { expect, test } from 'vitest'
import { thisMachine } from '../../../runtime/top/machine.js'
import { type Process, allProcesses, byLeader, processOf } from '../../../runtime/top/processes.js'

const process_ = (pid: number, parent: number, group: number, session = group): Process => ({
  pid,
  parent,
  group,
  session,
  ticks: 0,
  started: pid,
  pages: 0,
})

test('a line of /proc is read behind whatever the program is called', () => {
  const stat =
    '4242 (a) R 1 2) S 7 4242 4243 0 -1 4194560 1 2 3 4 150 50 9 9 20 0 1 0 123456 8192 321 18446744073709551615 1'
  expect(processOf(stat)).toEqual({
    pid: 4242,
    parent: 7,
    group: 4242,
    session: 4243,
    ticks: 200,
    started: 123_456,
    pages: 321,
  })
})

test('all processes are there, we among them, and what they take is plausible', () => {
  const own = allProcesses().find(({ pid }) => pid === process.pid)!
  const { page, ticks } = thisMachine()
  expect(own.parent).toBe(process.ppid)
  expect(own.pages * page).toBeGreaterThan(10_000_000)
  expect([4096, 16_384, 65_536]).toContain(page)
  expect(ticks).toBeGreaterThanOrEqual(100)
})

test("a service's are those of its group and session, and what descends from it", () => {
  const all = [
    process_(10, 1, 10), // a leader
    process_(11, 10, 10), // its child
    process_(12, 11, 12), // which left by setsid
    process_(13, 12, 12), // and has a child
    process_(14, 1, 10), // orphaned, in the group
    process_(15, 1, 15, 10), // orphaned, in the session
    process_(20, 1, 20), // another leader
    process_(30, 1, 30), // nobody's
    process_(31, 32, 31), // parents that go round
    process_(32, 31, 32),
  ]
  const groups = byLeader(all, new Set([10, 20, 99]))
  expect(groups.get(10)!.map(({ pid }) => pid)).toEqual([10, 11, 12, 13, 14, 15])
  expect(groups.get(20)!.map(({ pid }) => pid)).toEqual([20])
  expect(groups.size).toBe(2)
})
