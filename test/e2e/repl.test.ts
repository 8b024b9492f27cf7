import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { until } from '../_kit/supervised.js'
import { temporary } from '../_kit/temporary.js'
import { Terminal } from '../_kit/terminal.js'

const MAIN = join(import.meta.dirname, '../../.dist/runtime/main.js')

/** Never ends, without growing: the machine sees no end of it. */
const ENDLESS = '.*([2 [0 1] 0 1] [2 [0 1] 0 1])'

const repl = (state: string): Terminal =>
  new Terminal(`${process.execPath} ${MAIN} repl`, { NO_COLOR: '1', XDG_STATE_HOME: state })

const shows = (terminal: Terminal, text: string): Promise<unknown> =>
  until(text, () => terminal.shown.includes(text) || undefined)

describe('runock repl in a terminal', () => {
  test('evaluates; Ctrl-C stops what does not end, and the variables stay; Ctrl-D leaves', async () => {
    using terminal = repl(temporary())
    await shows(terminal, '> ')
    terminal.type('x = 41\r')
    await shows(terminal, 'x is 41')
    terminal.type(`${ENDLESS}\r`)
    await shows(terminal, '0 1])\r')
    terminal.type('\x03')
    await shows(terminal, 'stopped')
    terminal.type('.*(x [4 0 1])\r')
    await shows(terminal, '\n42')
    terminal.type('[1 2')
    terminal.type('\r')
    await shows(terminal, '… ')
    terminal.type('\x03')
    await until('a prompt', () => terminal.shown.endsWith('> \x1b[3G') || undefined)
    terminal.type('\x03')
    await shows(terminal, ':quit or Ctrl-D leaves')
    terminal.type('\x04')
    expect(await terminal.ended).toBe(1) // what was stopped has no product
  })

  test('completes words, and remembers lines from one session to the next', async () => {
    const state = temporary()
    {
      using terminal = repl(state)
      await shows(terminal, '> ')
      terminal.type('.*(5 de')
      await shows(terminal, '5 de')
      terminal.type('\t') // at once with others it would be part of a text that is pasted
      await shows(terminal, 'dec')
      terminal.type(')\r')
      await shows(terminal, '\n4')
      terminal.type(':quit\r')
      expect(await terminal.ended).toBe(0)
    }
    expect(readFileSync(join(state, 'runock', 'history'), 'utf8')).toBe('.*(5 dec)\n:quit\n')
    using terminal = repl(state)
    await shows(terminal, '> ')
    terminal.type('\x1b[A\x1b[A\r')
    await shows(terminal, '\n4')
    terminal.type('\x04')
    expect(await terminal.ended).toBe(0)
  })
})
