import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SLEEPS, signal, supervise } from '../_kit/supervised.js'
import { Terminal } from '../_kit/terminal.js'
import { shell } from '../_kit/transcript.js'

const MAIN = join(import.meta.dirname, '../../.dist/runtime/main.js')

interface Json {
  readonly service: string
  readonly state: string | null
  readonly pid: number | null
  readonly want: string | null
  readonly restarts: number | null
  readonly processes: number
  readonly cpu: number | null
  readonly memory: number
}

describe('runock top', () => {
  test('tells of all processes of a service, and of its restarts, which outlive the supervisor', async () => {
    const services = {
      tree: { run: '#!/bin/sh\n(setsid sleep 1000) &\nsleep 1001 &\nwait\n' },
      off: { run: SLEEPS, down: '' },
    }
    await using tree = await supervise(services)
    const first = await tree.up('tree')
    signal(first, 'SIGKILL')
    await tree.up('tree', first)
    const json = async (): Promise<readonly Json[]> =>
      JSON.parse((await shell(`runock top --json ${tree.directory}`, '.')).stdout.toString()) as Json[]
    let rows = await json()
    while (rows[1]!.processes !== 3) rows = await json()
    expect(rows).toMatchObject([
      { service: 'off', state: 'down', pid: null, want: 'down', restarts: 0, processes: 0, memory: 0 },
      { service: 'tree', state: 'run', pid: tree.pid('tree'), want: 'up', restarts: 1, processes: 3 },
    ])
    expect(rows[1]!.memory).toBeGreaterThan(100_000)
    expect(rows[1]!.cpu).toBeGreaterThanOrEqual(0)
    await tree.end('SIGKILL')
    const text = (await shell(`SVDIR=${tree.directory} runock top --sort state`, '.')).stdout.toString()
    expect(text.replaceAll(/ +/g, ' ')).toBe(
      'SERVICE STATE PID UPTIME RESTARTS CPU% MEMORY\n' +
        'off - - - 0 - - runsv not running\n' +
        'tree - - - 1 - - runsv not running\n' +
        '2 services: 0 up, 0 down, 2 not supervised\n',
    )
  })

  test('has a line for the log of a service', async () => {
    await using tree = await supervise({
      web: { run: SLEEPS, 'log/run': '#!/bin/sh\nexec cat > /dev/null\n' },
    })
    await tree.up('web')
    await tree.up('web/log')
    const text = (await shell(`runock top ${tree.directory}`, '.')).stdout.toString()
    expect(text.replaceAll(/ +/g, ' ').replaceAll(/ \d+ .*/g, ' …')).toBe(
      'SERVICE STATE PID UPTIME RESTARTS CPU% MEMORY\nweb run …\nweb/log run …\n2 services: …\n',
    )
  })

  test('says why there is nothing to show', async () => {
    const run = await shell('runock top ./nowhere; echo $?; runock top --json ./nowhere', '.')
    expect(run.stdout.toString()).toBe('65\n')
    expect(run.stderr.toString()).toBe(
      "runock top: cannot read './nowhere': file does not exist\n" +
        `{"error":{"command":"runock top","code":65,"message":"cannot read './nowhere': file does not exist"}}\n`,
    )
  })
})

describe('the screen of runock top', () => {
  test('is drawn in a terminal, follows keys and its size, and leaves it as it was', async () => {
    await using tree = await supervise({
      a: { run: SLEEPS },
      b: { run: SLEEPS },
      c: { run: SLEEPS, down: '' },
      d: { run: SLEEPS },
    })
    await tree.up('d')
    using terminal = new Terminal(`${process.execPath} ${MAIN} top ${tree.directory}`, { NO_COLOR: '1' })
    const isWhole = (lines: readonly string[]) => lines.length === 6 && lines[0]!.includes('3 up, 1 down')
    const lines = await terminal.picture(isWhole)
    const plain = (line: string) => line.replaceAll(/ +/g, ' ').replace(/ \d+ \d+s .*/, ' PID UPTIME …')
    expect(lines.slice(1).map(plain)).toEqual([
      'SERVICE STATE PID UPTIME RESTARTS CPU% MEMORY',
      'a run PID UPTIME …',
      'b run PID UPTIME …',
      'c down - - 0 - -',
      '… and 1 more; q quit; order by n name, s state, u uptime, r…',
    ])
    terminal.type('s')
    await terminal.picture((now) => now[2]!.startsWith('c '))
    terminal.type('n\x1b[B')
    await terminal.picture((now) => now[2]!.startsWith('b ') && now[4]!.startsWith('d '))
    terminal.resize(30, 8)
    const small = await terminal.picture((now) => now.length === 7 && now[2]!.startsWith('a '))
    expect(plain(small[1]!)).toBe('SERVICE STATE CPU% MEMORY')
    tree.control('c', 'u')
    await terminal.picture((now) => now[4]!.startsWith('c') && now[4]!.includes('run'))
    terminal.type('q')
    expect(await terminal.ended).toBe(0)
    expect(terminal.shown).toContain('\x1b[?1049h\x1b[?25l')
    expect(terminal.shown.trimEnd().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true)
    for (const style of ['\x1b[1m', '\x1b[31m', '\x1b[32m']) expect(terminal.shown).not.toContain(style)
  })

  test('has colours where they are not unwanted, and ends by a signal', async () => {
    await using tree = await supervise({ a: { run: SLEEPS } })
    await tree.up('a')
    using terminal = new Terminal(`${process.execPath} ${MAIN} top ${tree.directory}`, { NO_COLOR: '' })
    await terminal.picture((lines) => lines[2]?.includes('\x1b[32mrun\x1b[39m') === true)
    terminal.type('\x03')
    expect(await terminal.ended).toBe(0)
    expect(terminal.shown.trimEnd().endsWith('\x1b[?1049l')).toBe(true)
  })
})
