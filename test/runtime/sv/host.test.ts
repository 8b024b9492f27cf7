import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadLibc } from '../../../jets/os/libc.js'
import { openSuperviseDirectory } from '../../../runtime/supervise/directory.js'
import { makeService, temporaryDirectory, until } from '../supervise/service.js'
import { startHost } from './host.js'
import { HAS_RUNIT, debianSv, ourSv, startRunsv } from './runit.js'

const RUN = '#!/bin/sh\nexec sleep 1000\n'

const service = (files: Readonly<Record<string, string>> = {}): { services: string; web: string } => {
  const services = temporaryDirectory()
  return { services, web: makeService(join(services, 'web'), { run: RUN, ...files }) }
}

describe.skipIf(!HAS_RUNIT)('Debian’s runit and ours', () => {
  test.each([
    ['Debian’s sv', debianSv],
    ['our sv', ourSv],
  ])('%s works on our directory', async (_, sv) => {
    const { services, web } = service()
    const host = startHost(web, onTestFinished)
    const say = async (...argv: string[]): Promise<string> => {
      const { code, stdout } = await sv(services, argv)
      return stdout.replace(/ \d+s/, ' Ns') + code
    }
    expect(await say('status', 'web')).toBe('down: web: Ns, normally up\n0')
    expect(await say('-v', 'up', 'web')).toBe('ok: run: web: (pid 1001) Ns\n0')
    // which is what it wants: nothing is sent
    expect(await say('up', 'web')).toBe('0')
    expect(await say('-v', 'pause', 'web')).toBe('ok: run: web: (pid 1001) Ns, paused\n0')
    expect(await say('-v', 'cont', 'web')).toBe('ok: run: web: (pid 1001) Ns\n0')
    expect(await say('status', `${web}/`)).toBe(`run: ${web}/: (pid 1001) Ns\n0`)
    await until(() => host.heard() === 'upc')
    expect(await say('restart', 'web')).toMatch(/^ok: run: web: \(pid 100[12]\) Ns\n0$/)
    await until(() => host.heard() === 'upctcu')
    expect(await say('-v', 'once', 'web')).toMatch(/^ok: run: web: \(pid 100\d\) Ns, want down\n0$/)
    expect(await say('-v', 'down', 'web')).toBe('ok: down: web: Ns, normally up\n0')
    expect(await say('check', 'web')).toBe('ok: down: web: Ns, normally up\n0')
    for (const letter of '12aihqk') await say(letter, 'web')
    await until(() => host.heard() === 'upctcuod12aihqk')
    expect(await say('-v', 'exit', 'web')).toBe('ok: web: runsv not running\n0')
    expect(await say('status', 'web')).toBe('fail: web: runsv not running\n1')
    expect(await say('up', 'web')).toBe('fail: web: runsv not running\n1')
  })

  test.each([
    [{ pid: 7, state: 'run' }, 'run: web: (pid 7) Ns, want down'],
    [
      { pid: 7, state: 'run', want: 'up', paused: true, gotTerm: true },
      'run: web: (pid 7) Ns, paused, got TERM',
    ],
    [{ pid: 4_194_304, state: 'finish', want: 'up' }, 'finish: web: (pid 4194304) Ns'],
    [{ want: 'up' }, 'down: web: Ns, normally up, want up'],
    [{ since: Date.now() + 86_400_000 }, 'down: web: Ns, normally up'],
  ] as const)('both read %o', async (status, text) => {
    const { services, web } = service()
    startHost(web, onTestFinished).write(status)
    const [debian, ours] = [
      await debianSv(services, ['status', 'web']),
      await ourSv(services, ['status', 'web']),
    ]
    const line = (stdout: string): string => stdout.replace(/ \d+s/, ' Ns')
    expect(line(debian.stdout)).toBe(text + '\n')
    expect(line(ours.stdout)).toBe(text + '\n')
  })

  test('Debian’s sv waits, in vain, for our service', async () => {
    const { services, web } = service()
    const host = startHost(web, onTestFinished, 'u')
    expect(await debianSv(services, ['-v', 'up', 'web'])).toMatchObject({ code: 0 })
    const { code, stdout } = await debianSv(services, ['-w0', 'force-stop', 'web'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^kill: run: web: \(pid 1001\) \ds\n$/)
    await until(() => host.heard() === 'udk')
  })

  test('runsv leaves a service that is ours alone', async () => {
    const { web } = service()
    startHost(web, onTestFinished)
    const runsv = spawn('runsv', [web], { stdio: ['ignore', 'ignore', 'pipe'] })
    onTestFinished(() => void runsv.kill('SIGKILL'))
    let stderr = ''
    runsv.stderr.on('data', (chunk) => (stderr += chunk))
    const [code] = await once(runsv, 'close')
    expect([code, stderr]).toEqual([
      111,
      `runsv ${web}: fatal: unable to lock supervise/lock: temporary failure\n`,
    ])
  })

  test('we leave a service that is runsv’s alone', async () => {
    const { web } = service()
    const runsv = await startRunsv(web)
    const opened = openSuperviseDirectory({ service: web, libc: loadLibc(), onLetter: () => {} })
    const holder = isLeft(opened) && opened.left.why === 'locked' ? opened.left.holder : NaN
    // Some file systems keep it to themselves.
    expect([runsv.pid, undefined]).toContain(holder)
  })

  test('we take over where a killed runsv left off, and it from us', async () => {
    const { services, web } = service({ down: '' })
    const runsv = await startRunsv(web)
    runsv.kill('SIGKILL')
    await once(runsv, 'exit')
    startHost(web, onTestFinished).directory.close()
    await startRunsv(web)
    const running = await debianSv(services, ['-v', 'up', 'web'])
    expect(running.stdout).toMatch(/^ok: run: web: \(pid \d+\) \ds, normally down\n$/)
    chmodSync(join(web, 'run'), 0o644)
  })
})
