import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadLibc } from '../../../jets/index.js'
import { type SuperviseDirectory, openSuperviseDirectory } from '../../../runtime/supervise/directory.js'
import { superviseErrorText } from '../../../runtime/supervise/error.js'
import { sendLetters } from '../../../runtime/sv/read.js'
import { until } from '../../_kit/supervised.js'

const service = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  const path = join(directory, 'web')
  mkdirSync(join(path, 'supervise'), { recursive: true, mode: 0o700 })
  return path
}

describe.each([
  ['with the C library', loadLibc()],
  ['without it', undefined],
])('the file why, %s', (_, libc) => {
  const open = (path: string): SuperviseDirectory => {
    const opened = openSuperviseDirectory({ service: path, libc, onLetter: () => {} })
    if (isLeft(opened)) throw new Error(superviseErrorText(opened.left))
    onTestFinished(() => opened.right.close())
    return opened.right
  }

  test('is another file than the one before, though it says the same', () => {
    const path = service()
    const file = join(path, 'supervise/why')
    const directory = open(path)
    let before: number | undefined
    for (let i = 0; i < 20; i++) {
      expect(directory.writeWhy('so\n')._tag).toBe('Right')
      const { ino } = statSync(file)
      expect(ino).not.toBe(before)
      before = ino
      expect(readFileSync(file, 'utf8')).toBe('so\n')
    }
  })

  test('is asked for by w, and the commands around it are heard', async () => {
    const path = service()
    const heard: string[] = []
    const opened = openSuperviseDirectory({
      service: path,
      libc,
      onLetter: (letter) => heard.push(letter),
      onWhy: () => heard.push('why'),
    })
    if (isLeft(opened)) throw new Error(superviseErrorText(opened.left))
    onTestFinished(() => opened.right.close())
    expect(sendLetters(path, 'uwWdw\nx')).toBeUndefined()
    await until('the last letter', () => heard.includes('x'))
    expect(heard).toEqual(['u', 'why', 'd', 'why', 'x'])
  })

  test('is not written into a directory that is no longer ours', () => {
    const path = service()
    const directory = open(path)
    renameSync(path, `${path}.old`)
    expect(directory.writeWhy('so\n')).toMatchObject({ _tag: 'Left', left: { why: 'gone' } })
  })

  test('what another supervisor left half written is removed first', () => {
    const path = service()
    writeFileSync(join(path, 'supervise/why.new'), 'a much longer text\n')
    expect(open(path).writeWhy('so\n')._tag).toBe('Right')
    expect(readFileSync(join(path, 'supervise/why'), 'utf8')).toBe('so\n')
  })
})
