import { keysOf } from '../terminal/keys.js'
import { hasStyle } from '../terminal/terminal.js'
import { type Looks, type Row } from './row.js'
import { type By } from './order.js'
import { PLAIN, type Style } from './table.js'
import { FIRST_VIEW, type View, press, screenOf } from './view.js'

/** How often it looks again, in milliseconds. */
const EACH = 1_000

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l' // another screen, without a cursor; what is too long is not wrapped
const LEAVE = '\x1b[?7h\x1b[?25h\x1b[?1049l'

const COLOURS: Style = {
  head: (text) => `\x1b[1m${text}\x1b[22m`,
  good: (text) => `\x1b[32m${text}\x1b[39m`,
  bad: (text) => `\x1b[31m${text}\x1b[39m`,
}

/**
 * Shows the services on the terminal until a key or a signal ends it.
 *
 * @param rows of the first look
 */
export const showScreen = (looks: Looks, directory: string, by: By, rows: readonly Row[]): Promise<void> =>
  new Promise((done) => {
    const { stdin, stdout } = process
    const style = hasStyle(stdout, process.env) ? COLOURS : PLAIN
    let view: View = { ...FIRST_VIEW, by }
    let now = rows
    let timer: NodeJS.Timeout | undefined
    let isOver = false

    const size = () => ({ columns: stdout.columns || 80, lines: stdout.rows || 24 })
    const draw = (): void => {
      const lines = screenOf(directory, now, view, size(), Date.now(), style)
      stdout.write('\x1b[H' + lines.map((line) => line + '\x1b[K').join('\r\n') + '\x1b[J')
    }
    const look = (): void => {
      const looked = looks.look()
      if (looked._tag === 'Right') now = looked.right // else the last there was: it may come again
      draw()
      timer = setTimeout(look, EACH)
    }
    const hear = (text: string): void => {
      for (const key of keysOf(text)) {
        const next = press(view, key, now.length, size())
        if (next === 'quit') return end()
        view = next
      }
      draw()
    }
    const end = (): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      stdout.off('resize', draw)
      if (stdin.isTTY) stdin.setRawMode(false)
      stdin.pause()
      stdout.write(LEAVE)
      done()
    }

    stdout.on('error', end) // the terminal has gone
    stdout.on('resize', draw)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, end)
    if (stdin.isTTY) {
      stdin.setRawMode(true)
      stdin.setEncoding('utf8')
      stdin.on('data', hear)
      stdin.on('end', end)
      stdin.on('error', end)
    }
    process.once('exit', () => !isOver && stdout.write(LEAVE)) // by a mistake of ours
    stdout.write(ENTER)
    draw()
    timer = setTimeout(look, EACH)
  })
