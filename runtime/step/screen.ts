import { hasStyle } from '../terminal/terminal.js'
import { keysOf } from '../terminal/keys.js'
import { PLAIN, type Style, screenLines } from './lines.js'
import { type Steps } from './steps.js'
import { type Telling, tell } from './told.js'
import { type View, press } from './view.js'

const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l' // another screen, without a cursor; what is too long is not wrapped
const LEAVE = '\x1b[?7h\x1b[?25h\x1b[?1049l'

const COLOURS: Style = {
  bold: (text) => `\x1b[1m${text}\x1b[22m`,
  dim: (text) => `\x1b[2m${text}\x1b[22m`,
  mark: (text) => `\x1b[7m${text}\x1b[27m`,
}

/** Goes through a computation on the terminal, until a key or a signal ends it. */
export const stepThrough = (steps: Steps, first: View, telling: Omit<Telling, 'isExpanded'>): Promise<void> =>
  new Promise((done) => {
    const { stdin, stdout } = process
    const style = hasStyle(stdout, process.env) ? COLOURS : PLAIN
    let view = first
    let isOver = false

    const draw = (): void => {
      const { n, isExpanded } = view
      const size = { columns: stdout.columns || 80, lines: stdout.rows || 24 }
      const told = tell(n, steps.at(n, isExpanded)!, { ...telling, isExpanded })
      const lines = screenLines(told, view, size, style)
      stdout.write('\x1b[H' + lines.map((line) => line + '\x1b[K').join('\r\n') + '\x1b[J')
    }
    const hear = (text: string): void => {
      for (const key of keysOf(text)) {
        const next = press(view, key, steps)
        if (next === 'quit') return end()
        view = next
      }
      draw()
    }
    const end = (): void => {
      if (isOver) return
      isOver = true
      stdout.off('resize', draw)
      stdin.setRawMode(false)
      stdin.pause()
      stdout.write(LEAVE)
      done()
    }

    stdout.on('error', end) // the terminal has gone
    stdout.on('resize', draw)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, end)
    stdin.setRawMode(true)
    stdin.setEncoding('utf8')
    stdin.on('data', hear)
    stdin.on('end', end)
    stdin.on('error', end)
    process.once('exit', () => !isOver && stdout.write(LEAVE)) // by a mistake of ours
    stdout.write(ENTER)
    draw()
  })
