import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KEPT, historyFile, readHistory, writeHistory } from '../../../runtime/repl/history.js'
import { temporary } from '../../_kit/temporary.js'

describe('the lines that were typed', () => {
  test('are kept, the newest first, and nothing beside them', () => {
    const file = join(temporary(), 'state', 'runock', 'history')
    expect(readHistory(file)).toEqual([])
    expect(writeHistory(file, ['b', 'a'])).toEqual({ _tag: 'Right', right: undefined })
    expect(readFileSync(file, 'utf8')).toBe('a\nb\n')
    expect(readHistory(file)).toEqual(['b', 'a'])
    expect(readdirSync(dirname(file))).toEqual(['history'])
  })

  test('so many of them', () => {
    const file = join(temporary(), 'history')
    writeHistory(
      file,
      Array.from({ length: KEPT + 50 }, (_, i) => `${i}`),
    )
    expect(readHistory(file)).toHaveLength(KEPT)
    expect(readHistory(file)[0]).toBe('0')
  })

  test('cannot be kept everywhere', () => {
    expect(writeHistory('/proc/runock/history', ['a'])).toEqual({
      _tag: 'Left',
      left: '/proc/runock/history: no such file or directory',
    })
  })

  test.each([
    [{ XDG_STATE_HOME: '/s', HOME: '/h' }, '/s/runock/history'],
    [{ XDG_STATE_HOME: '', HOME: '/h' }, '/h/.local/state/runock/history'],
  ])('in %j: %s', (env, file) => expect(historyFile(env)).toBe(file))
})
