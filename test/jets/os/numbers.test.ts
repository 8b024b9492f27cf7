import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { type Death, type Launcher, Processes } from '../../../jets/index.js'
import { until } from '../../_kit/supervised.js'

/** An operating system that gives the process numbers it is told to, so that they come again when a test wants it. */
class Numbers implements Launcher {
  /** The numbers of the next processes; above any that a real one has. */
  readonly next: number[] = []
  /** The processes of each group. */
  readonly groups = new Map<number, Set<number>>()
  readonly signalled: (readonly [pid: number, signal: number])[] = []
  private readonly dead: (readonly [number, Death])[] = []
  private tell: () => void = () => {}

  launch(): { pid: number; errno: number } {
    const pid = this.next.shift()!
    this.groups.set(pid, new Set([pid]))
    return { pid, errno: 0 }
  }

  kill(pid: number, signal: number): number {
    if (signal !== 0) this.signalled.push([pid, signal])
    const group = this.groups.get(Math.abs(pid))
    return group === undefined || (pid < 0 ? group.size === 0 : !group.has(pid)) ? constants.errno.ESRCH : 0
  }

  deaths(): readonly (readonly [number, Death])[] {
    return this.dead.splice(0)
  }

  death(): undefined {
    return undefined
  }

  onDeath(callback: () => void): () => void {
    this.tell = callback
    return () => {}
  }

  /** These processes of a group die, all at once; the system tells of it. */
  die(...members: readonly (readonly [pid: number, group: number])[]): void {
    for (const [pid, group] of members) {
      this.groups.get(group)!.delete(pid)
      if (pid === group) this.dead.push([pid, { code: 0, signal: 0 }])
    }
    this.tell()
  }
}

const A = 5_000_001
const B = 5_000_002
const C = 5_000_003
const CHILD = 5_000_009

const start = (processes: Processes, died: () => void = () => {}): number =>
  processes.launch({ program: 'run', args: [], directory: '.' }, died).pid

test('a kill that is begun by whom another kill is told of is waited for, too', async () => {
  const system = new Numbers()
  const processes = new Processes(system)
  system.next.push(A, B)
  start(processes)
  system.groups.get(A)!.add(CHILD)
  let isGone = false
  processes.kill(A, 9, () => {
    start(processes)
    system.groups.get(B)!.add(CHILD)
    processes.kill(B, 9, () => (isGone = true))
  })
  system.die([A, A])
  system.die([CHILD, A]) // A is gone: B is started, and killed
  system.die([B, B])
  system.groups.get(B)!.delete(CHILD) // somebody else's child: nobody tells us
  await until('B gone', () => isGone)
  expect(processes.pids()).toEqual([])
  processes.close()
})

test('a number that comes again while something is still to be said of the old one is not kept', () => {
  const system = new Numbers()
  const processes = new Processes(system)
  system.next.push(A, B, B, C)
  start(processes, () => start(processes)) // is given B's number, as soon as both are reaped
  const deaths: string[] = []
  start(processes, () => {
    deaths.push('B')
    processes.kill(B, 9, () => {}) // what it left, as is done after a finish script
  })
  system.die([A, A], [B, B])
  expect(deaths).toEqual(['B'])
  expect(system.signalled).not.toContainEqual([-C, 9])
  expect(processes.isAlive(B)).toBe(false)
  expect(processes.isAlive(C)).toBe(true)
  system.die([B, B]) // the one that did not stay
  expect(deaths).toEqual(['B'])
  expect(processes.pids()).toEqual([C])
  processes.close()
})

test('who waits for a group whose number was given again is told that it is gone', async () => {
  const system = new Numbers()
  const processes = new Processes(system)
  system.next.push(A, A, B)
  start(processes)
  system.groups.get(A)!.add(CHILD)
  let isGone = false
  processes.kill(A, 9, () => (isGone = true))
  system.die([A, A])
  system.groups.get(A)!.delete(CHILD)
  expect(start(processes)).toBe(B)
  system.die([A, A])
  await until('A gone', () => isGone)
  expect(processes.pids()).toEqual([B])
  processes.close()
})

test('a number that somebody still asks after is not kept', () => {
  const system = new Numbers()
  const processes = new Processes(system)
  processes.isHeld = (pid) => pid === A
  system.next.push(A, A, B)
  expect(start(processes)).toBe(B)
  expect(system.signalled).toEqual([
    [-A, 9],
    [-A, 9],
  ])
  expect(processes.isAlive(A)).toBe(false)
  processes.close()
})
