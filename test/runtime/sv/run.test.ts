import { execFileSync } from 'node:child_process'
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sv } from '../../../runtime/sv/run.js'
import { makeService, temporaryDirectory, until } from '../supervise/service.js'
import { startHost } from './host.js'
import { ourSv } from './runit.js'

const RUN = '#!/bin/sh\nexec sleep 1000\n'

const json = async (services: string, ...argv: string[]): Promise<unknown> => {
  const { stdout } = await ourSv(services, ['--json', ...argv])
  return JSON.parse(stdout)
}

const NOTHING = {
  state: null,
  pid: null,
  since: null,
  seconds: null,
  want: null,
  normally: null,
  paused: null,
  gotTerm: null,
}

describe.skipIf(process.platform !== 'linux')('sv', () => {
  test('without a service tells of all, but for hidden names and files', async () => {
    const services = temporaryDirectory()
    for (const name of ['web', 'db', '.hidden', 'Cache']) {
      startHost(makeService(join(services, name), { run: RUN }), onTestFinished)
    }
    makeService(join(services, 'new'), { run: RUN })
    writeFileSync(join(services, 'README'), '')
    symlinkSync('nowhere', join(services, 'dangling'))
    symlinkSync('web', join(services, 'www'))
    const { code, stdout } = await ourSv(services, ['status'])
    expect(stdout.replace(/\ds/g, 'Ns')).toBe(
      [
        'down: Cache: Ns, normally up',
        'down: db: Ns, normally up',
        'warning: new: unable to open supervise/ok: file does not exist',
        'down: web: Ns, normally up',
        'down: www: Ns, normally up',
        '',
      ].join('\n'),
    )
    expect(code).toBe(1)
    expect(await ourSv(services, ['-v', 'up', '--all'])).toMatchObject({ code: 1 })
    expect((await ourSv(services, ['status'])).stdout.match(/^run: /gm)).toHaveLength(4)
  })

  test('of no services at all has nothing to say', async () => {
    const services = temporaryDirectory()
    expect(await ourSv(services, ['status'])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await json(services, 'status')).toEqual([])
  })

  test('says that the services directory is not there', async () => {
    expect(await ourSv('/nowhere', ['status'])).toEqual({
      code: 100,
      stdout: '',
      stderr: 'fatal: unable to read /nowhere: file does not exist\n',
    })
  })

  test('tells a program what it tells people', async () => {
    const services = temporaryDirectory()
    const web = startHost(makeService(join(services, 'web'), { run: RUN, down: '' }), onTestFinished)
    const log = startHost(makeService(join(services, 'web/log'), { run: RUN }), onTestFinished)
    startHost(makeService(join(services, 'db'), { run: RUN, 'log/run': RUN }), onTestFinished)
    web.write({ since: 1_700_000_000_250, pid: 7, state: 'run', paused: true, want: 'up', gotTerm: true })
    log.write({ since: 1_700_000_000_000 })
    const seconds = expect.any(Number)
    expect(await json(services, 'status', 'web', 'db', 'nope')).toEqual([
      {
        service: 'web',
        result: 'status',
        message: null,
        state: 'run',
        pid: 7,
        since: 1_700_000_000.25,
        seconds,
        want: 'up',
        normally: 'down',
        paused: true,
        gotTerm: true,
        log: {
          result: 'status',
          message: null,
          state: 'down',
          pid: null,
          since: 1_700_000_000,
          seconds,
          want: 'down',
          normally: 'up',
          paused: false,
          gotTerm: false,
        },
      },
      expect.objectContaining({
        service: 'db',
        result: 'status',
        state: 'down',
        log: {
          result: 'warning',
          message: 'unable to open supervise/ok: file does not exist',
          ...NOTHING,
        },
      }),
      {
        service: 'nope',
        result: 'fail',
        message: 'unable to change to service directory: file does not exist',
        ...NOTHING,
        log: null,
      },
    ])
  })

  test('tells a program how a command ended', async () => {
    const services = temporaryDirectory()
    const host = startHost(makeService(join(services, 'web'), { run: RUN }), onTestFinished, 'ux')
    expect(await json(services, 'up', 'web')).toMatchObject([
      { result: 'ok', state: 'run', pid: 1001, log: null },
    ])
    expect(await json(services, '-w0', 'down', 'web')).toMatchObject([{ result: 'timeout', state: 'run' }])
    expect(await json(services, '-w0', 'force-stop', 'web')).toMatchObject([{ result: 'kill', state: 'run' }])
    await until(() => host.heard() === 'uddk')
    expect(await json(services, 'exit', 'web')).toEqual([
      { service: 'web', result: 'ok', message: 'runsv not running', ...NOTHING, log: null },
    ])
  })

  // Debian's `sv` goes on to print the service's own status as its log's.
  test('does not make up the status of a log that nobody supervises', async () => {
    const services = temporaryDirectory()
    startHost(makeService(join(services, 'web'), { run: RUN, 'log/run': RUN }), onTestFinished)
    const { code, stdout } = await ourSv(services, ['status', 'web'])
    expect(stdout).toMatch(
      /^down: web: \ds, normally up; warning: web\/log: unable to open supervise\/ok: file does not exist\n$/,
    )
    expect(code).toBe(1)
  })

  test('counts failures up to 99', async () => {
    const names = Array.from({ length: 120 }, (_, i) => `nope${i}`)
    expect((await ourSv('/nowhere', ['status', ...names])).code).toBe(99)
    expect((await ourSv('/nowhere', ['status', ...names.slice(0, 42)])).code).toBe(42)
  })

  test('writes to no file in control’s place', async () => {
    const services = temporaryDirectory()
    const web = makeService(join(services, 'web'), { run: RUN })
    startHost(web, onTestFinished)
    writeFileSync(join(services, 'precious'), 'gold')
    unlinkSync(join(web, 'supervise/control'))
    symlinkSync('../../precious', join(web, 'supervise/control'))
    expect(await ourSv(services, ['up', 'web'])).toMatchObject({
      code: 1,
      stdout: 'warning: web: unable to write to supervise/control: not a fifo\n',
    })
    expect(readFileSync(join(services, 'precious'), 'utf8')).toBe('gold')
  })

  test('does not wait for room in a control that nobody empties', async () => {
    const services = temporaryDirectory()
    const web = makeService(join(services, 'web'), { run: RUN, 'supervise/status': '' })
    for (const name of ['ok', 'control']) {
      execFileSync('mkfifo', [join(web, 'supervise', name)])
      const fd = openSync(join(web, 'supervise', name), constants.O_RDWR | constants.O_NONBLOCK)
      onTestFinished(() => closeSync(fd))
      if (name === 'control') writeSync(fd, Buffer.alloc(65_536))
    }
    const status = Buffer.alloc(20)
    status.write('4000000000000000', 'hex')
    status.write('d', 17)
    writeFileSync(join(web, 'supervise/status'), status)
    expect(await ourSv(services, ['up', 'web'])).toMatchObject({
      code: 1,
      stdout: 'warning: web: unable to write to supervise/control: temporary failure\n',
    })
  })

  test('asks ./check of a service that is up, and only if there is one', async () => {
    const services = temporaryDirectory()
    const web = makeService(join(services, 'web'), { run: RUN })
    startHost(web, onTestFinished).write({ pid: 7, state: 'run', want: 'up' })
    const asked: string[] = []
    const runCheck = async (directory: string): Promise<boolean> => asked.push(directory) === 2
    expect(await ourSv(services, ['check', 'web'], runCheck)).toMatchObject({ code: 0 })
    expect(asked).toEqual([])
    writeFileSync(join(web, 'check'), '')
    const { code, stdout } = await ourSv(services, ['check', 'web'], runCheck)
    expect([code, stdout.replace(/\ds/, 'Ns')]).toEqual([0, 'ok: run: web: (pid 7) Ns\n'])
    expect(asked).toEqual([web, web])
  })

  test('answers a wrong command line with what is wrong and the usage, and 100', async () => {
    expect(await ourSv('/nowhere', ['stauts', 'web'])).toEqual({
      code: 100,
      stdout: '',
      stderr:
        "runock sv: no command 'stauts'; did you mean status?\n" +
        'usage: runock sv [-v] [-w SECONDS] [--json] COMMAND SERVICE... (more: runock sv --help)\n',
    })
    const help = await ourSv('/nowhere', ['--help'])
    expect([help.code, help.stderr]).toEqual([0, ''])
    expect(help.stdout).toContain('SVDIR')
  })

  test('looks for names in SVDIR, and for paths where it is', async () => {
    const services = temporaryDirectory()
    mkdirSync(join(services, 'a/b'), { recursive: true })
    for (const [name, found] of [
      ['a', 'warning'],
      ['a/b', 'warning'],
      [`${services}/a`, 'warning'],
      ['./a', 'fail'],
      ['a/', 'fail'],
      ['', 'fail'],
    ] as const) {
      expect((await ourSv(services, ['up', name])).stdout).toMatch(new RegExp(`^${found}: ${name}: `))
    }
  })

  test('takes an empty SVDIR for none', async () => {
    const lines: string[] = []
    const out = (line: string): void => void lines.push(line)
    const io = { out, err: out, env: { SVDIR: '' }, runCheck: async () => true }
    expect(await sv(['status', 'no-such-service'], io)).toBe(1)
    expect(lines).toEqual([
      'fail: no-such-service: unable to change to service directory: file does not exist',
    ])
  })
})
