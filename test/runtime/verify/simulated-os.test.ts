import { fc } from '@fast-check/vitest'
import { afterAll, describe, expect, test } from 'vitest'
import { Malformed, Processes, type System, launcher, questions } from '../../../jets/index.js'
import { type Atom, type Cell, NO, type Noun, YES, cell, cord } from '../../../nock/index.js'
import { samplesOf } from '../../../runtime/verify/askings.js'
import { NAMES, tempers } from '../../../runtime/verify/history.js'
import { trees } from '../../../runtime/verify/nouns.js'
import { KIND, SimulatedOs, type Temper } from '../../../runtime/verify/simulated-os.js'

const names = NAMES.map(cord)
const [WEB, DB] = names as [Atom, Atom]

/** A world, and what is answered in it: `put` gives the answer or undefined, `late` fills with those that come later. */
const world = (temper: Partial<Temper> = {}, seed = 1) => {
  const os = new SimulatedOs(seed, { ...KIND, ...temper }, names)
  const late: Noun[] = []
  const put = (tag: string, ...sample: readonly [Noun, ...Noun[]]): Noun | undefined => {
    const [first, second] = sample
    return os.put(cell(cord(tag), second === undefined ? first : cell(first, second)), (answer) =>
      late.push(answer),
    )
  }
  const spawn = (name = WEB): number => os.put(cell(cord('spawn'), name), () => {}) as number
  return { os, put, spawn, late }
}

describe('processes', () => {
  test('start, and are alive until they die', () => {
    const { os, put, spawn } = world()
    const pid = spawn()
    expect(put('alive', pid)).toBe(YES)
    expect(put('alive', pid + 1)).toBe(NO)
    os.die(WEB)
    expect(put('alive', pid)).toBe(NO)
    expect(os.groupsOf(WEB)).toEqual([])
  })

  test('that are asked for while they live are the same', () => {
    const { os, spawn } = world()
    const pid = spawn()
    expect(spawn()).toBe(pid)
    expect(spawn(DB)).not.toBe(pid)
    os.die(WEB)
    expect(spawn()).not.toBe(pid)
  })

  test('fork: what the leader leaves behind is there until it is killed, or ends', () => {
    const { os, put, spawn } = world()
    const pid = spawn()
    os.fork(WEB)
    os.die(WEB)
    expect(put('alive', pid)).toBe(NO)
    expect(os.groupsOf(WEB)).toMatchObject([[pid, { leader: false, others: 1 }]])
    expect(put('kill', 9, pid)).toBe(YES)
    expect(os.groupsOf(WEB)).toEqual([])
    spawn()
    os.fork(WEB)
    os.dieOut(WEB)
    expect(os.groupsOf(WEB)).toEqual([])
  })

  test('of services that there are not do not start, nor do their scripts', () => {
    const { put } = world()
    expect(put('spawn', 7)).toBe(0)
    for (let i = 0; i < 20; i++) {
      expect(put('finish', 7, 1000)).toBe(NO)
      expect(put('check', 7, 1000)).toBe(NO)
    }
  })

  test('that cannot start have no number', () => {
    const { put } = world({ refusesSpawn: 100 })
    expect(put('spawn', WEB)).toBe(0)
    expect(put('finish', WEB, 1000)).toBe(NO)
  })

  test('may be dead before anyone can look at them, or by the next request', () => {
    expect(world({ diesAtOnce: 100 }).put('spawn', WEB)).toBe(1)
    const { put, spawn } = world({ diesBetween: 100 })
    expect(put('alive', spawn())).toBe(NO)
  })

  test('bear numbers that come again soon, but never two at once', () => {
    const { os, spawn } = world()
    const other = spawn(DB)
    const pids = Array.from({ length: 20 }, () => {
      os.die(WEB)
      return spawn()
    })
    expect(new Set(pids).size).toBeLessThan(10)
    expect(pids).not.toContain(other)
  })
})

describe('answers', () => {
  test('of finish and check scripts are either', () => {
    const { put } = world()
    const finish = Array.from({ length: 50 }, () => put('finish', WEB, 5000))
    const check = Array.from({ length: 50 }, () => put('check', WEB, 1000))
    const control = Array.from({ length: 50 }, () => put('control', cord('t'), cell(WEB, 5000)))
    for (const answers of [finish, check, control]) expect(new Set(answers)).toEqual(new Set([YES, NO]))
  })

  test('that come late say how it is by then', () => {
    const { os, put, spawn, late } = world()
    const pid = spawn()
    os.temper = { ...KIND, late: 100 }
    expect(put('alive', pid)).toBeUndefined()
    os.die(WEB)
    expect(os.open).toBe(1)
    os.answer(0)
    expect(late).toEqual([NO])
    expect(os.open).toBe(0)
    os.answer(0) // nobody is left to be answered
    expect(late).toEqual([NO])
  })

  test('to a wait come when the time is over since the last start, at once when there was none', () => {
    const { os, put, spawn, late } = world()
    expect(put('wait', WEB, 1000)).toBe(YES)
    spawn()
    expect(put('wait', WEB, 10_000)).toBeUndefined()
    os.answer(0) // a second at most goes by
    expect(late).toEqual([])
    for (let i = 0; i < 100; i++) os.answer(0)
    expect(late).toEqual([YES])
    expect(put('wait', WEB, 10_000)).toBe(YES)
  })
})

test('finished is answered when the finish script has ended, at once when none runs', () => {
  const { os, put, late } = world()
  expect(put('finished', WEB)).toBe(YES)
  do put('finish', WEB, 5000)
  while (put('finished', WEB) !== undefined)
  expect(os.isFinishing(WEB)).toBe(true)
  for (let i = 0; i < 100 && os.isFinishing(WEB); i++) os.answer(0)
  os.answer(0)
  expect(late).toEqual([YES])
  expect(put('finished', WEB)).toBe(YES)
})

describe('a kill', () => {
  test('is answered once nothing of the group is left, even when nothing was', () => {
    const { os, put, spawn } = world()
    expect(put('kill', 9, 3)).toBe(YES)
    const pid = spawn()
    expect(put('kill', 9, pid)).toBe(YES)
    expect(os.groupsOf(WEB)).toEqual([])
  })

  test('may take its time: then whoever bears the number next is left alone', () => {
    const { os, spawn, put, late } = world()
    const pid = spawn()
    os.temper = { ...KIND, late: 100 }
    expect(put('kill', 9, pid)).toBeUndefined()
    expect(os.groupsOf(WEB)).toHaveLength(1)
    os.die(WEB)
    os.temper = KIND
    let next = spawn(DB)
    while (next !== pid) {
      os.die(DB)
      next = spawn(DB)
    }
    os.answer(0)
    expect(late).toEqual([YES])
    expect(os.groupsOf(DB)).toHaveLength(1)
  })

  test('may not be permitted: then all is as it was', () => {
    const { os, put, spawn } = world({ refusesKill: 100 })
    const pid = spawn()
    expect(put('kill', 9, pid)).toBe(NO)
    expect(put('alive', pid)).toBe(YES)
    expect(os.groupsOf(WEB)).toHaveLength(1)
  })

  test('with another signal than 9 may be ignored: answered only when a 9, or their own death, ends the group', () => {
    const { os, put, spawn, late } = world({ ignores: 100 })
    for (const end of [(pid: number) => put('kill', 9, pid), () => os.die(WEB)]) {
      const pid = spawn()
      expect(put('kill', 15, pid)).toBeUndefined()
      os.answer(0)
      expect(late).toEqual([])
      expect(put('alive', pid)).toBe(YES)
      end(pid)
      os.answer(0)
      expect(late.splice(0)).toEqual([YES])
    }
  })

  test('with another signal kills who does not ignore it', () => {
    const { put, spawn } = world()
    expect(put('kill', 15, spawn())).toBe(YES)
  })

  test('that is ignored is answered in the end', () => {
    const { os, put, spawn, late } = world({ ignores: 100 })
    expect(put('kill', 15, spawn())).toBeUndefined()
    os.settle()
    expect(late).toEqual([YES])
    expect(os.groupsOf(WEB)).toEqual([])
  })
})

describe('what left its group', () => {
  test('is there until the whole tree is killed, also by the number of a process that is gone', () => {
    const { os, put, spawn } = world()
    const pid = spawn()
    os.leave(WEB)
    expect(put('kill', 9, pid)).toBe(YES)
    expect(os.hasStrays(WEB)).toBe(true)
    expect(put('kill-tree', 9, pid)).toBe(YES)
    expect(os.hasStrays(WEB)).toBe(false)
    expect(os.beside.size).toBe(0)
  })

  test('is noticed when its service starts again', () => {
    const { os, spawn } = world()
    spawn()
    os.leave(WEB)
    os.dieOut(WEB)
    spawn(DB)
    expect(os.beside.size).toBe(0)
    spawn()
    expect([...os.beside]).toEqual([WEB])
  })

  test('stays when its kill is not permitted', () => {
    const { os, put, spawn } = world({ refusesKill: 100 })
    const pid = spawn()
    os.leave(WEB)
    expect(put('kill-tree', 9, pid)).toBe(NO)
    os.dieOut(WEB)
    expect(put('kill-tree', 9, pid)).toBe(NO)
    expect(os.hasStrays(WEB)).toBe(true)
  })
})

describe('a signal', () => {
  test('ends who does not ignore it, and of a group the leader only', () => {
    const { os, put, spawn } = world()
    const pid = spawn()
    os.fork(WEB)
    expect(put('signal', 15, pid)).toBe(YES)
    expect(os.groupsOf(WEB)).toMatchObject([[pid, { leader: false, others: 1 }]])
    expect(put('signal', 15, pid)).toBe(NO)
  })

  test('may be ignored, but for 9', () => {
    const { os, put, spawn } = world({ ignores: 100 })
    const pid = spawn()
    expect(put('signal', 15, pid)).toBe(YES)
    expect(put('alive', pid)).toBe(YES)
    expect(put('signal', 9, pid)).toBe(YES)
    expect(os.groupsOf(WEB)).toEqual([])
  })

  test('that ends a paused process does so when it goes on; but 9 at once', () => {
    const { put, spawn } = world()
    for (const [end, go] of [
      [15, 18],
      [9, 9],
    ] as const) {
      const pid = spawn()
      expect(put('signal', 19, pid)).toBe(YES)
      expect(put('signal', end, pid)).toBe(YES)
      expect(put('alive', pid)).toBe(end === 9 ? NO : YES)
      put('signal', go, pid)
      expect(put('alive', pid)).toBe(NO)
    }
  })

  test('may not be permitted', () => {
    const { put, spawn } = world({ refusesKill: 100 })
    const pid = spawn()
    expect(put('signal', 15, pid)).toBe(NO)
    expect(put('alive', pid)).toBe(YES)
  })
})

/** Requests with what their questions take, and what they do not; and such as no question puts. */
const requests: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .constantFrom(...questions)
      .chain(({ name }) => samplesOf(name).map((sample) => cell(cord(name), sample))),
  },
  { weight: 1, arbitrary: fc.tuple(trees, trees).map(([tag, sample]) => cell(tag, sample)) },
)

test('what it does follows from its seed and what it is asked', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      tempers,
      fc.array(requests, { minLength: 1, maxLength: 30 }),
      (seed, temper, asked) => {
        const live = (): readonly unknown[] => {
          const os = new SimulatedOs(seed, temper, names)
          const told: unknown[] = []
          for (const request of asked) {
            try {
              told.push(os.put(request, (late) => told.push(late)))
            } catch (thrown) {
              if (!(thrown instanceof Malformed)) throw thrown
              told.push('malformed')
            }
            os.answer(told.length)
          }
          os.settle()
          return told
        }
        expect(live()).toEqual(live())
      },
    ),
    { numRuns: 200 },
  )
})

describe('the real jets', () => {
  // a real system, in which there are no services and no processes: whatever is asked of it does nothing
  const processes = new Processes(launcher())
  afterAll(() => processes.close())
  const system: System = {
    processes,
    finishing: new Map(),
    directory: () => undefined,
    lastStart: () => -Infinity,
    killTree: () => true,
    lastPid: () => 0,
    lastDeath: () => ({ code: 0, signal: 0 }),
    started: () => {},
    died: () => {},
    cannotStart: () => {},
  }

  /** The answer, or that the request says nothing. */
  const answer = (put: () => Noun | undefined): unknown => {
    try {
      return put()
    } catch (thrown) {
      if (thrown instanceof Malformed) return 'malformed'
      throw thrown
    }
  }

  test.each(questions)(
    '$name: refuse the same requests, and answer the same where there is nothing',
    (question) => {
      const seen = new Set<unknown>()
      fc.assert(
        fc.property(samplesOf(question.name), fc.nat(), (sample, seed) => {
          const os = new SimulatedOs(seed, KIND, [])
          const real = answer(() => question.perform(system, sample, () => {}))
          const simulated = answer(() => os.put(cell(cord(question.name), sample), () => {}))
          expect(simulated).toBe(real)
          const decoded = answer(() => {
            question.decode(sample)
            return YES
          })
          expect(decoded === 'malformed').toBe(real === 'malformed')
          seen.add(real)
        }),
        { numRuns: 1_000 },
      )
      expect(seen.size).toBe(2) // what is answered where there is nothing, and that nobody understands
    },
  )
})
