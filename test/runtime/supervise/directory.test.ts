import { execFileSync, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadLibc } from '../../../jets/os/libc.js'
import {
  CONTROL_LETTERS,
  type SuperviseDirectory,
  type SuperviseOptions,
  openSuperviseDirectory,
} from '../../../runtime/supervise/directory.js'
import { superviseErrorText } from '../../../runtime/supervise/error.js'
import { makeService, running, temporaryDirectory, until } from './service.js'

const libc = loadLibc()
const IS_ROOT = process.geteuid?.() === 0

const open = (service: string, options: Partial<SuperviseOptions> = {}): SuperviseDirectory => {
  const opened = openSuperviseDirectory({ service, libc, onLetter: () => {}, ...options })
  if (isLeft(opened)) throw new Error(superviseErrorText(opened.left))
  onTestFinished(() => opened.right.close())
  return opened.right
}

const openError = (service: string): string => {
  const opened = openSuperviseDirectory({ service, libc, onLetter: () => {} })
  if (isLeft(opened)) return superviseErrorText(opened.left)
  opened.right.close()
  return 'opened'
}

const mode = (path: string): string => (fs.lstatSync(path).mode & 0o7777).toString(8)

/** Writes as `sv` does. */
const say = (service: string, letters: string): void => {
  const fd = fs.openSync(join(service, 'supervise/control'), fs.constants.O_WRONLY | fs.constants.O_NONBLOCK)
  fs.writeSync(fd, letters)
  fs.closeSync(fd)
}

const someoneReads = (path: string): boolean => {
  try {
    fs.closeSync(fs.openSync(path, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK))
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENXIO' })
    return false
  }
}

describe.skipIf(process.platform !== 'linux')('a supervise directory', () => {
  describe.each([
    ['with the C library', libc],
    ['without it', undefined],
  ])('%s', (_, libc) => {
    test('has runit’s files and modes', () => {
      const web = temporaryDirectory()
      const supervise = join(web, 'supervise')
      const directory = open(web, { libc })
      expect(fs.readdirSync(supervise).sort()).toEqual(['control', 'lock'])
      expect(directory.write({ ...running(), since: 1_700_000_000_000 })).toMatchObject({ _tag: 'Right' })
      expect(fs.readdirSync(supervise).sort()).toEqual(['control', 'lock', 'ok', 'pid', 'stat', 'status'])
      expect(mode(supervise)).toBe('700')
      for (const file of ['control', 'ok', 'lock']) expect(mode(join(supervise, file))).toBe('600')
      expect(fs.readFileSync(join(supervise, 'pid'), 'utf8')).toBe('4242\n')
      expect(fs.readFileSync(join(supervise, 'stat'), 'utf8')).toBe('run\n')
      expect(fs.readFileSync(join(supervise, 'status'), 'hex')).toBe(
        '400000006553f10a000000009210000000750001',
      )
      directory.write({ ...running(), pid: 0, state: 'down', want: 'down' }, true)
      expect(fs.readFileSync(join(supervise, 'pid'), 'utf8')).toBe('')
      expect(fs.readFileSync(join(supervise, 'stat'), 'utf8')).toBe('down\n')
    })

    test('is nobody else’s meanwhile, and says whose it is', () => {
      const web = temporaryDirectory()
      const directory = open(web, { libc })
      const lock = join(web, 'supervise/lock')
      const again = openSuperviseDirectory({ service: web, libc, onLetter: () => {} })
      expect(again).toMatchObject({ _tag: 'Left', left: { why: 'locked', path: fs.realpathSync(lock) } })
      directory.close()
      directory.close()
      open(web, { libc }).close()
    })
  })

  test('names the process that holds it', () => {
    const web = temporaryDirectory()
    open(web)
    // The C library's lock is ours; that of the program `flock` says the program's pid.
    expect(openError(web)).toMatch(
      new RegExp(`^/.*/supervise/lock is held by another supervisor( \\(pid ${process.pid}\\))?$`),
    )
  })

  test('has a reader on ok from the first status until it is closed', () => {
    const web = temporaryDirectory()
    const directory = open(web)
    expect(fs.existsSync(join(web, 'supervise/ok'))).toBe(false)
    directory.write(running())
    expect(someoneReads(join(web, 'supervise/ok'))).toBe(true)
    expect(someoneReads(join(web, 'supervise/control'))).toBe(true)
    directory.close()
    expect(someoneReads(join(web, 'supervise/ok'))).toBe(false)
    expect(someoneReads(join(web, 'supervise/control'))).toBe(false)
  })

  test('hears the letters of all writers, in order, and nothing else', async () => {
    const web = temporaryDirectory()
    let heard = ''
    const directory = open(web, { onLetter: (letter) => (heard += letter) })
    const noise = fc.constantFrom(...CONTROL_LETTERS, 'z', '\n', 'D')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: noise, minLength: 1, maxLength: 300 })), async (writes) => {
        heard = ''
        for (const write of [...writes, '2x']) say(web, write)
        const all = (writes.join('') + '2x').replace(/[^duxotkpcahiq12]/g, '')
        await until(() => heard.length >= all.length)
        expect(heard).toBe(all)
      }),
      { numRuns: 30 },
    )
    directory.close()
  })

  test('hears no more once a letter has closed it', async () => {
    const web = temporaryDirectory()
    let heard = ''
    const directory = open(web, {
      onLetter: (letter) => {
        heard += letter
        if (letter === 'x') directory.close()
      },
    })
    say(web, 'dxu')
    await until(() => heard.includes('x'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard).toBe('dx')
  })

  test.each([
    ['a file', (path: string) => fs.writeFileSync(path, 'secret')],
    ['an empty directory', (path: string) => fs.mkdirSync(path)],
    ['a link', (path: string) => fs.symlinkSync('/dev/null', path)],
    ['a FIFO that others can write', (path: string) => execFileSync('mkfifo', ['-m', '622', path])],
    ...(IS_ROOT
      ? [
          [
            'somebody’s FIFO',
            (path: string) => {
              execFileSync('mkfifo', ['-m', '600', path])
              fs.chownSync(path, 12345, 12345)
            },
          ] as const,
        ]
      : []),
  ] as const)('makes control and ok anew instead of %s', (_, put) => {
    const web = makeService(temporaryDirectory(), { 'supervise/pid': '' })
    fs.chmodSync(join(web, 'supervise'), 0o700)
    const files = ['control', 'ok'].map((name) => join(web, 'supervise', name))
    files.forEach(put)
    open(web).write(running())
    for (const file of files) {
      const { uid } = fs.lstatSync(file)
      expect(fs.lstatSync(file).isFIFO()).toBe(true)
      expect([mode(file), uid]).toEqual(['600', process.geteuid!()])
    }
  })

  test('keeps a FIFO that is as it should be', () => {
    const web = temporaryDirectory()
    const control = join(web, 'supervise/control')
    open(web).close()
    const before = fs.statSync(control).ino
    open(web)
    expect(fs.statSync(control).ino).toBe(before)
  })

  test('takes the others’ right to write away', () => {
    const web = makeService(temporaryDirectory(), { 'supervise/pid': '' })
    fs.chmodSync(join(web, 'supervise'), 0o777)
    open(web)
    expect(mode(join(web, 'supervise'))).toBe('755')
  })

  test('does not write where a link that lies in wait points to', () => {
    const web = makeService(temporaryDirectory(), { 'supervise/pid': '', precious: 'gold' })
    for (const name of ['status.new', 'stat.new', 'pid.new', 'status']) {
      fs.symlinkSync('../precious', join(web, 'supervise', name))
    }
    const directory = open(web)
    fs.symlinkSync('../precious', join(web, 'supervise/stat.new'))
    expect(directory.write(running())).toMatchObject({ left: { code: 'ELOOP' } })
    fs.unlinkSync(join(web, 'supervise/stat.new'))
    expect(directory.write(running())).toMatchObject({ _tag: 'Right' })
    expect(fs.readFileSync(join(web, 'precious'), 'utf8')).toBe('gold')
    expect(fs.lstatSync(join(web, 'supervise/status')).isFile()).toBe(true)
  })

  test.skipIf(!IS_ROOT)('is refused when it belongs to somebody else', () => {
    const web = makeService(temporaryDirectory(), { 'supervise/pid': '' })
    fs.chownSync(join(web, 'supervise'), 12345, 12345)
    expect(openError(web)).toBe(`${web}/supervise: belongs to uid 12345, not to us`)
  })

  test.skipIf(!IS_ROOT)('does not wait for a lock that somebody else left', () => {
    const web = makeService(temporaryDirectory(), { 'supervise/lock': '' })
    fs.chownSync(join(web, 'supervise/lock'), 12345, 12345)
    open(web)
    expect(fs.statSync(join(web, 'supervise/lock')).uid).toBe(process.geteuid!())
  })

  test.each([
    ['to a directory', 'here', true],
    ['to nothing yet', 'run/runit/web', false],
  ])('may be a link %s', (_, target, exists) => {
    const root = temporaryDirectory()
    const web = makeService(join(root, 'web'), {})
    if (exists) fs.mkdirSync(join(root, target), { mode: 0o700 })
    fs.symlinkSync(join('..', target), join(web, 'supervise'))
    const directory = open(web)
    directory.write(running())
    expect(fs.lstatSync(join(web, 'supervise')).isSymbolicLink()).toBe(true)
    expect(fs.readFileSync(join(root, target, 'pid'), 'utf8')).toBe('4242\n')
    expect(mode(join(root, target))).toBe('700')
    expect(directory.isInPlace()).toBe(true)
  })

  test.each([
    ['no-such-service', 'unable to make no-such-service/supervise: file does not exist'],
    ['/dev/null', 'unable to make /dev/null/supervise: not a directory'],
  ])('that cannot be made is an error: %s', (service, text) => {
    expect(openError(service)).toBe(text)
  })

  test('that is a link to where nobody can make it is an error', () => {
    const web = makeService(temporaryDirectory(), {})
    fs.symlinkSync('/proc/nowhere/web', join(web, 'supervise'))
    expect(openError(web)).toBe(`unable to make ${web}/supervise: file does not exist`)
  })

  test('that is a file is an error', () => {
    const web = makeService(temporaryDirectory(), { supervise: '' })
    expect(openError(web)).toBe(`unable to open ${web}/supervise: not a directory`)
  })

  test('that is gone makes writing fail, and nothing else', () => {
    const web = makeService(join(temporaryDirectory(), 'web'), {})
    const directory = open(web)
    expect(directory.isInPlace()).toBe(true)
    fs.renameSync(web, `${web}.old`)
    expect(directory.isInPlace()).toBe(false)
    expect(directory.write(running())).toMatchObject({ _tag: 'Left', left: { why: 'gone' } })
    // Made anew, it may be another supervisor's.
    fs.mkdirSync(web)
    const another = open(web)
    another.write({ ...running(), pid: 7 })
    expect(directory.write(running())).toMatchObject({ _tag: 'Left', left: { why: 'gone' } })
    expect(fs.readFileSync(join(web, 'supervise/pid'), 'utf8')).toBe('7\n')
    another.close()
    expect(directory.isInPlace()).toBe(false)
    fs.rmSync(web, { recursive: true })
    fs.renameSync(`${web}.old`, web)
    expect(directory.isInPlace()).toBe(true)
    expect(directory.write(running())).toMatchObject({ _tag: 'Right' })
    expect(fs.readFileSync(join(web, 'supervise/pid'), 'utf8')).toBe('4242\n')
  })

  test('writes what it can when one file cannot be written', () => {
    const web = temporaryDirectory()
    const directory = open(web)
    fs.mkdirSync(join(web, 'supervise/pid.new'))
    expect(directory.write(running())).toMatchObject({ left: { code: 'EISDIR' } })
    expect(fs.readFileSync(join(web, 'supervise/stat'), 'utf8')).toBe('run\n')
    expect(someoneReads(join(web, 'supervise/ok'))).toBe(true)
    fs.rmdirSync(join(web, 'supervise/pid.new'))
    directory.write(running())
    expect(fs.readFileSync(join(web, 'supervise/pid'), 'utf8')).toBe('4242\n')
  })

  test('stays out of the services', () => {
    const web = temporaryDirectory()
    open(web).write(running())
    const { stdout } = spawnSync('ls', ['-l', '/proc/self/fd'], { encoding: 'utf8' })
    expect(stdout).toContain('/proc/')
    expect(stdout).not.toContain('supervise')
  })
})
