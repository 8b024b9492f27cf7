import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { childrenOf } from '../_kit/children.js'
import { standing } from '../_kit/standing.js'
import { SLEEPS, signal, until } from '../_kit/supervised.js'
import { makeService, temporaryDirectory } from '../runtime/supervise/service.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

const NAMESPACE = ['--pid', '--fork', '--mount-proc', '--kill-child']

/** A first process of a PID namespace of its own, which takes root, and what is to be seen of it from outside. */
class Init {
  readonly directory = temporaryDirectory()
  readonly services = join(this.directory, 'services')
  stderr = ''
  private readonly unshare: ChildProcess
  /** The exit code. */
  readonly ended: Promise<number | string>

  constructor(command: readonly string[], namespace = NAMESPACE, input?: string) {
    makeService(join(this.services, 'web'), { run: SLEEPS })
    const args = [...namespace, process.execPath, PROGRAM, 'init', this.services, ...command]
    this.unshare = spawn('unshare', args, { cwd: this.directory, stdio: ['pipe', 'ignore', 'pipe'] })
    this.unshare.stdin!.on('error', () => {}).end(input)
    this.unshare.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()))
    this.ended = new Promise((done) => this.unshare.on('close', (code, by) => done(code ?? by!)))
    onTestFinished(() => void this.unshare.kill('SIGKILL'))
  }

  /** Signals the first process, from outside. */
  send(name: NodeJS.Signals): void {
    signal(childrenOf(this.unshare.pid!)[0]!, name)
  }

  async said(pattern: RegExp): Promise<void> {
    await until(`${pattern} on standard error`, () => pattern.test(this.stderr))
  }

  /** Waits until a file in the directory says so. */
  async noted(file: string, text: string): Promise<void> {
    const path = join(this.directory, file)
    await until(`${text} in ${file}`, () => existsSync(path) && readFileSync(path, 'utf8').includes(text))
  }
}

/** It ends with this code, and nothing that stood in its directory is left. */
const endsWith = async (init: Init, code: number): Promise<void> => {
  expect({ code: await init.ended, stderr: init.stderr }).toMatchObject({ code })
  expect(standing(init.directory)).toEqual([])
}

const shell = (script: string): readonly string[] => ['--', 'sh', '-c', script]

describe('its exit code', () => {
  test('is that of its command, and the services go with that', async () => {
    const init = new Init(shell('until test -s services/web/supervise/pid; do sleep 0.01; done; exit 7'))
    await endsWith(init, 7)
    expect(init.stderr).toMatch(/the command ended with code 7: taking every service down/)
  })

  test('is 128 and the signal that killed its command', async () => {
    await endsWith(new Init(shell('kill -KILL $$')), 137)
  })

  test.each([
    ['nonesuch', 127, /^runock init: nonesuch: no such command\n$/],
    ['./services', 127, /^runock init: .\/services: no such command\n$/],
    ['/etc/passwd', 126, /^runock init: \/etc\/passwd is not executable: chmod \+x\n$/],
  ])('when there is no command %s is %i, before anything is started', async (word, code, message) => {
    const init = new Init(['--', word])
    await endsWith(init, code)
    expect(init.stderr).toMatch(message)
  })

  test('is 0 when a signal ends it and there is no command', async () => {
    const init = new Init([])
    await init.said(/supervising 1 services/)
    init.send('SIGTERM')
    await endsWith(init, 0)
  })

  test('is 128 and the signal that ends it before its command has ended, which is killed', async () => {
    const init = new Init(shell("trap '' TERM INT HUP QUIT; echo begun > said; sleep 1000 & wait; wait"))
    await init.noted('said', 'begun')
    init.send('SIGINT')
    await endsWith(init, 130)
  })
})

test('every other signal is its command’s', async () => {
  const script = `
for one in USR1 WINCH ALRM CONT; do trap "echo $one >> said" $one; done
trap 'exit 3' USR2
echo begun > said
while :; do sleep 0.02; done`
  const init = new Init(shell(script))
  await init.noted('said', 'begun')
  for (const name of ['USR1', 'WINCH', 'ALRM', 'CONT']) {
    init.send(`SIG${name}` as NodeJS.Signals)
    await init.noted('said', name)
  }
  init.send('SIGUSR2')
  await endsWith(init, 3)
})

test('its command has its standard input', async () => {
  const init = new Init(shell('exec cat > said'), NAMESPACE, 'heard\n')
  await init.noted('said', 'heard')
  await endsWith(init, 0)
})

test('whatever is nobody’s child any more is reaped', async () => {
  // the shell between the two is gone by the time that the orphan ends
  const script = `
setsid sh -c 'sleep 0.1 & echo $! > orphan'
test -e /proc/1/root || exit 1
while test -e /proc/$(cat orphan); do sleep 0.02; done`
  await endsWith(new Init(shell(script)), 0)
})

test('without a /proc of its namespace it says so', async () => {
  const init = new Init([], ['--pid', '--fork', '--kill-child'])
  await endsWith(init, 65)
  expect(init.stderr).toBe(
    'runock init: /proc is not that of this PID namespace: mount it (unshare has --mount-proc)\n',
  )
})
