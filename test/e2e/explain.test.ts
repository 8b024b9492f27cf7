import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { SLEEPS, Tree, isAlive, signal, supervise, until } from '../_kit/supervised.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

interface Said {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** `runock explain` as it is typed beside a running supervisor. */
const explain = (tree: Tree, ...args: string[]): Promise<Said> =>
  new Promise((done) => {
    const env = { ...process.env, SVDIR: tree.directory }
    execFile(
      process.execPath,
      [PROGRAM, 'explain', ...args],
      { env, timeout: 30_000 },
      (error, stdout, stderr) =>
        done({ out: stdout, err: stderr, code: typeof error?.code === 'number' ? error.code : 0 }),
    )
  })

const journalFile = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return join(directory, 'decisions.jsonl')
}

/** An explanation without what differs from one run to the next, and without the lines that prove it. */
const bare = (text: string, ...pids: readonly number[]): string[] =>
  text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\d+/g, (digits) =>
      pids.includes(Number(digits)) ? `PID${pids.indexOf(Number(digits))}` : digits,
    )
    .split('\n')
    .filter((line) => line !== '' && !line.includes('if ['))

describe('why a service', () => {
  test('was started again, when it was killed', async () => {
    await using tree = await supervise({ web: { run: SLEEPS } })
    const first = await tree.up('web')
    signal(first, 'SIGKILL')
    const second = await tree.up('web', first)
    const { out, err, code } = await explain(tree, 'web')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(bare(out, first, second)).toEqual([
      'web: started again as pid PID1 on a look (%supervise), TIME',
      '  it was up, pid PID0',
      '  supervise',
      '    observe',
      '      is the state 1 (up)? yes',
      '      %alive PID0 → no',
      '      is the answer to %alive yes? no',
      '      stop',
      '        is the state 1 (up)? yes',
      '        %kill 9 PID0 → yes, all of its group is gone',
      '        is the answer to %kill yes? yes',
      '        %finish web 5000 → no, it has none',
      '    start',
      '      is the state 0 (down)? yes',
      '      %spawn web → pid PID1',
      '      is the answer to %spawn 0? no',
      '  it became up, pid PID1',
      '  (5 more of rule 6 inside formulas that jets stand for: --all)',
    ])
    expect(await explain(tree, '--json', tree.path('web/'))).toMatchObject({ code: 0, err: '' })
  })

  test('is down: it was told to be; and why it was up before that', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, finish: '#!/bin/sh\n' } })
    const pid = await tree.up('web')
    tree.control('web', 'd')
    await tree.down('web')
    const { out } = await explain(tree, '--last', '2', 'web')
    expect(bare(out, pid).filter((line) => /^web|→/.test(line))).toEqual([
      'web: started as pid PID0 on a look (%supervise), TIME',
      '      %spawn web → pid PID0',
      'web: stopped on sv down (%d), TIME',
      '    %kill 9 PID0 → yes, all of its group is gone',
      '    %finish web 5000 → yes, its finish script runs',
    ])
  })

  test('cannot be started: each attempt is a decision, and none of them a start', async () => {
    await using tree = await supervise({ web: { run: '#!/no/such/program\n' } })
    await tree.said(/web: cannot start/)
    const { out } = await explain(tree, 'web')
    expect(bare(out)[0]).toBe('web: not started on a look (%supervise): it could not be, TIME')
    expect(bare(out)).toContain("      %spawn web → 0, it could not start: the supervisor's log says why")
  })

  test('was left down from the beginning: nothing was asked yet', async () => {
    await using tree = await supervise({ web: { run: SLEEPS, down: '' } })
    const { out, code } = await explain(tree, 'web')
    expect(bare(out)).toEqual(['web: taken up, down, TIME; nothing was asked or changed since'])
    expect(code).toBe(0)
    const json = await explain(tree, '--json', 'web')
    expect(JSON.parse(json.out)).toMatchObject([
      { service: 'web', turn: 'taken up', after: { state: 0, pid: 0 }, before: null },
    ])
  })

  test('runs under a supervisor that did not start it', async () => {
    await using killed = await supervise({ web: { run: SLEEPS } })
    const pid = await killed.up('web')
    await killed.end('SIGKILL')
    await using tree = new Tree({}, [], killed)
    await tree.said(/supervising 1 services/)
    const { out } = await explain(tree, 'web')
    expect(bare(out, pid)).toEqual([
      'web: taken over as an earlier supervisor left it, up, pid PID0, TIME; nothing was asked or changed since',
    ])
  })
})

test('the whole reduction: each step with its rule', async () => {
  await using tree = await supervise({ web: { run: SLEEPS } })
  const pid = await tree.up('web')
  const { out } = await explain(tree, '--steps', 'web')
  const steps = out.split('\n').filter((line) => /^ *(\*\[|= )/.test(line))
  expect(steps[0]).toMatch(/^\*\[\S.* \[7 observe start\]\] +\*\[a 7 b c\] {2}\*\[\*\[a b\] c\]$/)
  expect(steps.at(-1)).toBe(`= [0 %web 1 ${pid}]`)
})

test('the journal tells the same as the running supervisor', async () => {
  const file = journalFile()
  await using tree = await supervise({ web: { run: SLEEPS }, db: { run: SLEEPS } }, '--journal', file)
  const first = await tree.up('web')
  await tree.up('db')
  signal(first, 'SIGKILL')
  const second = await tree.up('web', first)
  const running = await explain(tree, '--last', '2', 'web')
  await tree.end()
  const before = await explain(tree, '--journal', file, '--last', '3', 'web')
  expect(bare(running.out, first, second).length).toBeGreaterThan(20)
  expect(
    bare(before.out, first, second)
      .join('\n')
      .startsWith(bare(running.out, first, second).join('\n')),
  ).toBe(true)
  const { out, err, code } = await explain(tree, '--journal', file, 'web')
  expect({ err, code }).toEqual({ err: '', code: 0 })
  expect(bare(out, second)[0]).toBe('web: stopped on sv exit, or its end (%x), TIME')
})

describe('nobody answers', () => {
  test('when the supervisor has ended, or never was', async () => {
    await using tree = await supervise({ web: { run: SLEEPS } })
    await tree.up('web')
    await tree.end()
    expect(await explain(tree, 'web')).toEqual({
      out: '',
      err:
        `runock explain: 'web': no supervisor runs there: runock supervise ${tree.directory}\n` +
        '--journal FILE reads what a supervisor has written\n',
      code: 65,
    })
    expect(await explain(tree, 'wbe')).toEqual({
      out: '',
      err: "runock explain: no service 'wbe'; did you mean web?\n",
      code: 65,
    })
  })

  test('when the supervisor is stopped: in the end that is said', async () => {
    await using tree = await supervise({ web: { run: SLEEPS } })
    await tree.up('web')
    tree.supervisor.kill('SIGSTOP')
    const { err, code } = await explain(tree, 'web')
    tree.supervisor.kill('SIGCONT')
    expect(err).toMatch(/^runock explain: the supervisor of 'web' does not answer: it is busy, or runit's\n/)
    expect(code).toBe(111)
  })
})

test('asking is no command: whoever asks without end changes nothing and delays nobody for good', async () => {
  await using tree = await supervise({ web: { run: SLEEPS }, db: { run: SLEEPS } })
  const [web, db] = [await tree.up('web'), await tree.up('db')]
  const status = statSync(tree.path('web/supervise/status'), { bigint: true }).mtimeNs
  for (let i = 0; i < 50; i++) tree.control('web', 'w'.repeat(1000))
  await until('an answer', () => statSync(tree.path('web/supervise/why'), { throwIfNoEntry: false }))
  signal(db, 'SIGKILL')
  await tree.up('db', db)
  expect(tree.pid('web')).toBe(web)
  expect(isAlive(web)).toBe(true)
  expect(statSync(tree.path('web/supervise/status'), { bigint: true }).mtimeNs).toBe(status)
  const answers = await Promise.all([1, 2, 3, 4].map(() => explain(tree, 'web')))
  for (const { out, code } of answers)
    expect([bare(out, web)[0], code]).toEqual(['web: started as pid PID0 on a look (%supervise), TIME', 0])
  expect(tree.stderr).not.toContain('web: unable')
})
