import { decision } from '../../_kit/decision.js'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Processes, launcher } from '../../../jets/index.js'
import { Cell, cord } from '../../../nock/index.js'
import { Hook, type HookOptions } from '../../../runtime/hook/hook.js'
import { type Service, down } from '../../../runtime/supervision/service.js'
import { isAlive, until } from '../../_kit/supervised.js'
import { temporary } from '../../_kit/temporary.js'
import { killAll } from '../../../runtime/tree/strays.js'

const web = cord('web')
const up = (pid: number): Service => ({ name: web, state: 1, pid })
const notStarted = decision(down(web), down(web), { tape: [new Cell(new Cell(cord('spawn'), web), 0)] })
const failed = decision(up(7), up(7), { failure: { why: 'product', message: 'no service' } })

describe('a hook', () => {
  let directory: string
  let processes: Processes
  let told: string[]

  beforeEach(() => {
    directory = temporary()
    processes = new Processes(launcher())
    told = []
  })

  afterEach(() => {
    killAll(processes)
    processes.close()
  })

  const hookOf = (script: string, rest: Partial<HookOptions> = {}): Hook => {
    const file = join(directory, 'hook')
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return new Hook({ file, directory, processes, tell: (message) => void told.push(message), ...rest })
  }

  const said = (): readonly string[] =>
    existsSync(join(directory, 'said'))
      ? readFileSync(join(directory, 'said'), 'utf8').trim().split('\n')
      : []

  const SAYS = 'echo "$*" >> said'

  test('is run for each change, a death before the start that follows on it, one after another', async () => {
    const hook = hookOf(`test -e busy && echo BESIDE >> said; touch busy; ${SAYS}; rm busy`)
    hook.took(down(web), 'new')
    hook.decided(decision(down(web), up(7)))
    hook.decided(decision(up(7), up(7)))
    hook.decided(decision(up(7), up(8)), { code: 3, signal: 0 })
    hook.decided(decision(up(8), down(web)), { code: -1, signal: 9 })
    hook.left(down(web))
    hook.took(up(9), 'adopted')
    await until('six of them', () => said().length === 6 && hook.isDone())
    expect(said()).toEqual([
      'started web 7 0 0 up',
      'died web 7 3 0 ended with code 3',
      'started web 8 0 0 up',
      'died web 8 -1 9 killed by signal 9',
      'gone web 0 0 0 no longer supervised',
      'taken-over web 9 0 0 still up, taken over',
    ])
    expect(told).toEqual([])
  })

  test('is told once of what fails again and again, until that is over', async () => {
    const hook = hookOf(SAYS)
    for (const one of [notStarted, notStarted, decision(down(web), up(7)), failed, failed]) hook.decided(one)
    hook.decided(decision(up(7), up(7)))
    hook.decided(failed)
    await until('four of them', () => said().length === 4 && hook.isDone())
    expect(said()).toEqual([
      'start-failed web 0 0 0 its run script could not be started',
      'started web 7 0 0 up',
      "decision-failed web 7 0 0 nothing decided: the policy's formula for %supervise failed: no service",
      "decision-failed web 7 0 0 nothing decided: the policy's formula for %supervise failed: no service",
    ])
  })

  test('is no line for a shell: what looks like one is an argument', async () => {
    const hook = hookOf('printf "%s\\n" "$2" >> said')
    hook.decided(decision(down(cord('$(touch evil); x')), { ...up(7), name: cord('$(touch evil); x') }))
    await until('it', () => said().length === 1)
    expect(said()).toEqual(['$(touch evil); x'])
    expect(existsSync(join(directory, 'evil'))).toBe(false)
  })

  test('that runs too long is killed with what it started, and the next one comes', async () => {
    const hook = hookOf(`echo $$ >> said; test "$3" = 7 && { sleep 1000 & echo $! >> said; wait; }`, {
      limit: 4_000,
    })
    hook.decided(decision(down(web), up(7)))
    hook.decided(decision(down(web), up(8)))
    await until('both', () => said().length === 3 && hook.isDone())
    for (const pid of said()) await until(`the end of ${pid}`, () => !isAlive(Number(pid)))
    expect(told[0]).toMatch(/\/hook: killed, it ran for more than 4 s$/)
  })

  test('that fails, or cannot be started, is told each time', async () => {
    const hook = hookOf('exit 3')
    hook.decided(decision(down(web), up(7)))
    await until('its failure', () => told.length === 1)
    expect(told[0]).toMatch(/\/hook: ended with code 3$/)
    writeFileSync(join(directory, 'hook'), '#!/nowhere\n')
    hook.decided(decision(down(web), up(8)))
    await until('the next', () => told.length === 2)
    expect(told[1]).toContain('its interpreter /nowhere, named in its first line, does not exist')
    expect(hook.isDone()).toBe(true)
  })

  test('hears how many changes it was not told, when they come too fast', async () => {
    const hook = hookOf(SAYS, { most: 2 })
    for (let pid = 1; pid <= 10; pid++) hook.decided(decision(down(web), up(pid)))
    await until('three of them', () => said().length === 3 && hook.isDone())
    expect(said()).toEqual([
      'started web 1 0 0 up',
      'started web 2 0 0 up',
      'lost  0 0 0 8 changes were not told, they came too fast',
    ])
  })

  test('that does not end is given up at the end', async () => {
    const hook = hookOf('echo $$ >> said; exec sleep 1000', { limit: 3_000 })
    for (let pid = 1; pid <= 100; pid++) hook.decided(decision(down(web), up(pid)))
    await until('the first', () => said().length > 0)
    await until('the end', () => hook.isDone())
    expect(said().length).toBeLessThan(100)
  })
})
