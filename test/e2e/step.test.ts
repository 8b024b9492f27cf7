import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Terminal } from '../_kit/terminal.js'

const MAIN = join(import.meta.dirname, '../../.dist/runtime/main.js')

const stepping = (words: string): Terminal =>
  new Terminal(`${process.execPath} ${MAIN} step ${words}`, { NO_COLOR: '1' })

describe('the screen of runock step', () => {
  test('goes forward, back, and to a step, and leaves the terminal as it was', async () => {
    using terminal = stepping(`41 '[4 0 1]'`)
    await terminal.picture((lines) => lines[0] === 'step 0' && lines[2] === '«*[41 4 0 1]»')
    terminal.type('\x1b[C')
    await terminal.picture((lines) => lines[0] === 'step 1' && lines[2] === '+«*[41 0 1]»')
    terminal.type('p')
    await terminal.picture((lines) => lines[0] === 'step 0')
    terminal.type('3\r')
    await terminal.picture((lines) => lines[0] === 'step 3' && lines[2] === '42')
    terminal.type('n')
    await terminal.picture((lines) => lines[0] === 'step 3  step 3 is the last')
    terminal.type('q')
    expect(await terminal.ended).toBe(0)
    expect(terminal.shown).toContain('\x1b[?1049h\x1b[?25l')
    expect(terminal.shown.trimEnd().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true)
  })

  test('is drawn anew for another size, and ends on Ctrl-C', async () => {
    using terminal = stepping('5 dec')
    await terminal.picture((lines) => lines.length === 6)
    terminal.resize(100, 20)
    await terminal.picture((lines) => lines.length === 20 && lines[19]!.includes('q quit'))
    terminal.type('c')
    await terminal.picture((lines) => lines[1]!.startsWith('*[a 9 b c]'))
    terminal.type('\x03')
    expect(await terminal.ended).toBe(0)
  })
})
