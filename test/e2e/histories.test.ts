import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Processes, type System, launcher, loadLibc } from '../../jets/index.js'
import { childrenOf } from '../../runtime/tree/children.js'
import { killAll } from '../../runtime/tree/strays.js'
import { Cell, type Noun, cord, list, printNoun, reference } from '../../nock/index.js'
import { Digest } from '../../runtime/log/digest.js'
import { type Entry, decider } from '../../runtime/supervision/decide.js'
import { questionOf } from '../../runtime/supervision/question-of.js'
import { type Recorder } from '../../runtime/supervision/recorder.js'
import { scan } from '../../runtime/supervision/scan.js'
import { type Service, ServiceNoun, down, serviceOf } from '../../runtime/supervision/service.js'
import { type Decision } from '../../runtime/supervision/step.js'
import { Supervisor } from '../../runtime/supervision/supervisor.js'
import { formulaOf } from '../_kit/book.js'
import { show, sv, throttled } from '../_kit/story.js'
import { groupOf, isAlive, signal, until } from '../_kit/supervised.js'
import { nounOf } from '../_kit/text.js'

// Decisions that the real jets take about real processes are made again by the reference, without jets.

const HISTORIES = 20
const HAPPENINGS = 12
const SEED = 5

/** Run scripts: a leader and its child; one that ends at once; and two that cannot start. */
const RUNS = {
  lives: '#!/bin/sh\nsleep 1000 &\nexec sleep 1001\n',
  ends: '#!/bin/sh\nexit 3\n',
  'cannot be executed': '#!/there/is/no/such/interpreter\n',
  'is no program': 'sleep 1000\n',
} as const

const SCRIPTS = { yes: '#!/bin/sh\nexit 0\n', no: '#!/bin/sh\nexit 1\n', 'is no program': '' } as const
const to = fc.nat(1)

const happenings = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('letter' as const), to, letter: fc.constantFrom(...'uudottk') }),
  },
  { weight: 5, arbitrary: fc.record({ is: fc.constant('kill' as const), to }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('kill a child' as const), to }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('stop' as const), to }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('run' as const),
      to,
      run: fc.constantFrom('lives', 'lives', 'ends', 'cannot be executed', 'is no program') as fc.Arbitrary<
        keyof typeof RUNS
      >,
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('sweep' as const) }) },
)

type Happening = typeof happenings extends fc.Arbitrary<infer A> ? A : never

let directory: string
let processes: Processes

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'runock-'))
  processes = new Processes(launcher())
})

afterEach(async () => {
  await until('no process left', () => !killAll(processes))
  processes.close()
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
})

/** Puts a script in the place of another at once. */
const write = (service: string, file: string, text: string): void => {
  const path = join(directory, service, file)
  writeFileSync(`${path}.new`, text)
  chmodSync(`${path}.new`, text.startsWith('#!') ? 0o755 : 0o644)
  renameSync(`${path}.new`, path)
}

/** Which question, and its answer: a loobean, or a pid, whatever it is. */
const entryText = ({ head, tail }: Entry): string =>
  `${show((head as Cell).head)} ${typeof tail === 'number' && tail > 1 ? 'pid' : show(tail)}`

/** What the reference makes of it without jets, as text. */
const replayed = (formula: Noun, before: Service, tape: readonly Entry[]): string => {
  const replay = reference(new Cell(list(tape), ServiceNoun.encode(before)), formula)
  return replay._tag === 'Right' ? printNoun(replay.right) : 'crash'
}

test(`${HISTORIES} histories of real processes: every decision is the same without jets`, async () => {
  const decisions = new Map<number | bigint, Decision[]>()
  const now = new Map<number | bigint, Service>()
  const recorder: Recorder = {
    took: (service) => {
      now.set(service.name, service)
      decisions.set(service.name, [])
    },
    decided: (decision) => {
      now.set(decision.after.name, decision.after)
      decisions.get(decision.before.name)!.push(decision)
    },
    left: (service) => void now.delete(service.name),
  }
  const supervisor = new Supervisor({
    libc: loadLibc(),
    processes,
    decide: decider(),
    policy: sv,
    policyNamed: () => ({ _tag: 'Right', right: throttled }),
    digest: new Digest(() => {}),
    recorder,
  })

  const names = Array.from({ length: HISTORIES }, (_, i) => [`web${i}`, `db${i}`] as const)
  for (const [web, db] of names) {
    for (const name of [web, db]) {
      mkdirSync(join(directory, name))
      write(name, 'run', RUNS.lives)
    }
    write(web, 'finish', SCRIPTS.yes)
    write(db, 'policy', 'throttled\n')
  }
  const found = scan(directory)
  if (found._tag === 'Left') throw new Error(found.left)
  for (const one of found.right.values()) expect(supervisor.add(one)).toMatchObject({ _tag: 'Right' })

  const pidOf = (name: string): number => now.get(cord(name))!.pid

  /** Brings one about, and waits for what must follow. */
  const happen = async (happening: Happening, of: readonly string[]): Promise<void> => {
    if (happening.is === 'sweep') return supervisor.sweep()
    const name = of[happening.to]!
    const made = decisions.get(cord(name))!
    const pid = pidOf(name)
    switch (happening.is) {
      case 'letter': {
        const { letter } = happening
        const before = made.filter(({ event }) => event === letter).length
        const fd = openSync(
          join(directory, name, 'supervise/control'),
          constants.O_WRONLY | constants.O_NONBLOCK,
        )
        writeSync(fd, letter)
        closeSync(fd)
        await until(
          `${letter} is decided for ${name}`,
          () => made.filter(({ event }) => event === letter).length > before,
        )
        return
      }
      case 'run':
        return write(name, 'run', RUNS[happening.run])
      case 'kill':
        if (pid === 0 || !isAlive(pid)) return
        signal(pid, 'SIGKILL')
        // of one that waits before it starts again, nobody waits for that: a letter may cut it short
        await until(`the death of ${name} (${pid})`, () =>
          name.startsWith('db') ? !isAlive(pid) : pidOf(name) !== pid,
        )
        return
      case 'kill a child': {
        const child = groupOf(pid).find((one) => one !== pid)
        if (pid === 0 || child === undefined) return
        signal(child, 'SIGKILL')
        await until(`the child of ${name} is gone`, () => !isAlive(child))
        return
      }
      case 'stop':
        if (pid !== 0 && isAlive(pid)) signal(pid, 'SIGSTOP')
    }
  }

  const pasts = fc.sample(fc.array(happenings, { minLength: HAPPENINGS, maxLength: HAPPENINGS }), {
    numRuns: HISTORIES,
    seed: SEED,
  })
  await Promise.all(
    pasts.map(async (past, i) => {
      for (const happening of past) await happen(happening, names[i]!)
    }),
  )

  for (const name of supervisor.names()) supervisor.remove(name)
  await until('every service has left', () => {
    supervisor.sweep()
    return supervisor.size === 0
  })
  await until('no process left', () => processes.pids().length === 0)
  expect(childrenOf(process.pid)).toEqual([])
  expect(now.size).toBe(0)
  supervisor.close()

  const seen = new Set<string>()
  for (const [name, made] of decisions) {
    let last = down(name)
    for (const { event, formula, before, tape, after, failure } of made) {
      expect(before).toEqual(last)
      last = after
      expect(failure).toBeUndefined()
      expect(replayed(formula, before, tape), `%${event} ${show(list(tape))}`).toBe(
        printNoun(new Cell(0, ServiceNoun.encode(after))),
      )
      for (const entry of tape) seen.add(entryText(entry))
    }
    expect(last.state).toBe(0)
  }
  // every question was put, and had its answers; most times a %wait was cut short, too
  seen.delete('%wait 1')
  expect([...seen].toSorted()).toEqual([
    '%alive 0',
    '%alive 1',
    '%finish 0',
    '%finish 1',
    '%kill 0',
    '%spawn 0',
    '%spawn pid',
    '%wait 0',
  ])
})

describe('every row of the policies, asked by hand of a real service', () => {
  /** Evaluates a row by the real jets, as `sv check` does, and holds the recorded tape against the reference. */
  const asker = (name: string, path: string) => {
    let last = { pid: 0, start: -Infinity }
    const system: System = {
      processes,
      finishing: new Map(),
      directory: () => path,
      lastStart: () => last.start,
      killTree: () => true,
      lastPid: () => last.pid,
      lastDeath: () => ({ code: -1, signal: 9 }),
      started: (_, pid) => (last = { pid, start: performance.now() }),
      died: () => {},
      cannotStart: () => {},
    }
    const decide = decider()
    let service = down(cord(name))
    return async (formula: Noun): Promise<string> => {
      const tape: Entry[] = []
      for (;;) {
        let answered: (answer: Noun) => void = () => {}
        const answer = new Promise<Noun>((done) => (answered = done))
        const outcome = decide(formula, service, tape, (request) =>
          questionOf(request)!.perform(system, request.tail, answered),
        )
        if (outcome._tag === 'Asked') {
          tape.splice(0, tape.length, ...outcome.tape, new Cell(outcome.request, await answer))
          continue
        }
        if (outcome._tag === 'Failed') throw new Error(`failed on ${show(list(outcome.tape))}`)
        expect(replayed(formula, service, outcome.tape)).toBe(printNoun(new Cell(0, outcome.rest)))
        service = serviceOf(outcome.rest) ?? service
        return outcome.tape.map(entryText).join(', ')
      }
    }
  }

  test.each([
    ['none', undefined, '%check 0'],
    ['one that says yes', SCRIPTS.yes, '%check 0'],
    ['one that says no', SCRIPTS.no, '%check 1'],
    ['one that is no program', SCRIPTS['is no program'], '%check 0'],
    ['one that takes too long', '#!/bin/sh\nexec sleep 1000\n', '%check 1'],
    ['one that is killed', '#!/bin/sh\nkill -9 $$\n', '%check 1'],
  ])('with a check script: %s', async (_which, script, answer) => {
    mkdirSync(join(directory, 'web'))
    write('web', 'run', RUNS.lives)
    write('web', 'finish', SCRIPTS.no)
    if (script !== undefined) write('web', 'check', script)
    const ask = asker('web', join(directory, 'web'))
    const row = (event: string): Promise<string> => ask(sv.get(event)!.formula)

    expect(await row('status')).toBe('')
    expect(await row('u')).toBe('%spawn pid')
    expect(await row('status')).toBe('%alive 0')
    expect(await row('check')).toBe(answer)
    expect(await row('t')).toBe('%kill 0, %finish 0, %spawn pid')
    expect(await row('d')).toBe('%kill 0, %finish 0')
    expect(await ask(WAIT)).toBe('%wait 0')
    expect(await row('d')).toBe('')
  })
})

/** Waits until 300 ms have gone by since the last start. */
const WAIT = nounOf('[7 [[0 2] [0 6] [1 300]] wait]', { names: formulaOf })
