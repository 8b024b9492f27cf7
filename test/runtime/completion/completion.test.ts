import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bashCompletion } from '../../../runtime/completion/bash.js'
import { completedCommands } from '../../../runtime/completion/commands.js'
import { fishCompletion } from '../../../runtime/completion/fish.js'
import { zshCompletion } from '../../../runtime/completion/zsh.js'
import { table } from '../../../runtime/command/table.js'
import { until } from '../../_kit/supervised.js'
import { temporary } from '../../_kit/temporary.js'

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

const place = temporary()
const services = join(place, 'services')

beforeAll(async () => {
  for (const name of ['web', 'web two', 'db', '.hidden']) mkdirSync(join(services, name), { recursive: true })
  writeFileSync(join(services, 'no-service'), '')
  const commands = await completedCommands(table)
  writeFileSync(join(place, 'bash'), bashCompletion(commands))
  writeFileSync(join(place, 'zsh'), zshCompletion(commands))
  writeFileSync(join(place, 'fish'), fishCompletion(commands))
})

/** What a shell offers for lines, each with the cursor at its end: their words, one a line, in order. */
const run = (shell: string, script: string): readonly string[] => {
  const { stdout, stderr } = spawnSync(shell, ['-c', script], {
    cwd: place,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: place, SVDIR: services },
  })
  expect(stderr).toBe('')
  return stdout.split('\n').slice(0, -1)
}

const lines: readonly (readonly [string, ...string[]])[] = [
  ['runock su', 'supervise'],
  ['runock help ex', 'explain'],
  ['runock sv st', 'start', 'status', 'stop'],
  ['runock sv status w', 'web', 'web two'],
  ['runock sv -w 3 up d', 'db'],
  ['runock sv up web d', 'db'],
  ['runock explain d', 'db'],
  ['runock supervise --journal-s', '--journal-size', '--journal-sync'],
  ['runock supervise --policy th', 'throttled'],
  ['runock supervise --metrics 9090 ser', 'services'],
  ['runock supervise --journal-sync al', 'always'],
  ['runock nock 5 de', 'dec'],
  ['runock nock --budget 1 5 de', 'dec'],
  ['runock hash add de', 'dec'],
  ['runock top --sort mem', 'memory'],
  ['runock replay fi', 'fish'],
  ['runock completion z', 'zsh'],
  ['runock verify --jet al'],
  ['runock logs -n 5 d', 'db'],
  ['runock logs -f d', 'db'],
]

test('bash completes', () => {
  const script = `source ./bash
    complete_() {
      COMP_WORDS=($1); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _runock; printf '%s\\n' "== $1" "\${COMPREPLY[@]}"
    }
    ${lines.map(([line]) => `complete_ '${line}'`).join('\n')}`
  const given = run('bash', script).filter((line) => line !== '')
  const byLine = new Map<string, string[]>()
  for (const line of given) {
    if (line.startsWith('== ')) byLine.set(line.slice(3), [])
    else [...byLine.values()].at(-1)!.push(line)
  }
  for (const [line, ...words] of lines)
    expect([line, ...byLine.get(line)!.toSorted()]).toEqual([line, ...words])
})

test('bash completes the value of --option=value', () => {
  const of = (words: string): readonly string[] =>
    run(
      'bash',
      `source ./bash; COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _runock; printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
  expect(of('runock supervise --journal-sync = n')).toEqual(['never'])
  expect(of('runock supervise --journal-sync =')).toEqual(['never', 'second', 'always'])
  expect(of('runock supervise --journal = j ser')).toEqual(['services'])
})

test.skipIf(!has('fish'))('fish completes', () => {
  const script = `source ./fish\n${lines.map(([line]) => `echo '== ${line}'; complete -C '${line}'`).join('\n')}`
  const byLine = new Map<string, string[]>()
  for (const line of run('fish', script)) {
    if (line.startsWith('== ')) byLine.set(line.slice(3), [])
    else [...byLine.values()].at(-1)!.push(line.replace(/\t.*/, '').replace(/\/$/, ''))
  }
  for (const [line, ...words] of lines)
    expect([line, ...byLine.get(line)!.toSorted()]).toEqual([line, ...words])
})

/** A shell that somebody types into. */
class Typed implements Disposable {
  shown = ''
  private readonly child: ChildProcess

  constructor(command: string) {
    this.child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: place,
      env: { PATH: process.env['PATH'], HOME: place, SVDIR: services, TERM: 'dumb', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    this.child.stdout!.on('data', (chunk: Buffer) => (this.shown += chunk.toString()))
  }

  async type(keys: string, shows: string): Promise<void> {
    const before = this.shown.length
    this.child.stdin!.write(keys)
    await until(`${shows} in ${JSON.stringify(this.shown)}`, () => this.shown.slice(before).includes(shows))
  }

  [Symbol.dispose](): void {
    this.child.kill('SIGKILL')
  }
}

describe('by the tabulator key', () => {
  test('bash completes', async () => {
    using bash = new Typed('bash --norc --noprofile -i')
    await bash.type("source ./bash; echo rea''dy\n", 'ready')
    await bash.type('runock supervise --journal-sy\t', 'runock supervise --journal-sync ')
    await bash.type('\x15runock sv status d\t', 'runock sv status db')
  })

  test.skipIf(!has('zsh'))('zsh completes', async () => {
    using zsh = new Typed('zsh -f -i')
    await zsh.type("autoload -Uz compinit; compinit -u -D; source ./zsh; echo rea''dy\n", 'ready')
    await zsh.type('runock superv\t', 'runock supervise ')
    await zsh.type('\x15runock supervise --journal-sy\t', '--journal-sync')
    await zsh.type('\x15runock sv status d\t', 'runock sv status db')
    await zsh.type('\x15runock nock 5 de\t', 'runock nock 5 dec')
  })
})
