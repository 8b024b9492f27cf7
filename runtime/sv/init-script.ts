import * as fs from 'node:fs'
import { quoted } from '../terminal/terminal.js'
import { readService } from './read.js'
import { type SvIo, USAGE_ERROR, sv } from './run.js'
import { serviceDirectory, servicesDirectory } from './services.js'

/** What an LSB init script ends with. */
const LSB = { up: 0, usage: 2, down: 3, unknown: 4 } as const

/**
 * `sv` as the init script of one service: a command is all that it takes, besides options. `status` ends with 0 when it is
 * up, 3 when it is down, 4 when that cannot be known; a command line that makes no sense with 2.
 *
 * @example
 * await svAsInitScript('web', ['status'], { out: console.log, err: console.error, env: process.env, runCheck })
 */
export const svAsInitScript = async (name: string, argv: readonly string[], io: SvIo): Promise<number> => {
  // runit's rule: what is short for it means nothing here
  const short = argv.find((word) => /^s(?!t(art|atus|op)$|hutdown$)/.test(word))
  if (short !== undefined || argv.length === 0) {
    io.err(short === undefined ? `${name}: which command?` : `${name}: no command ${quoted(short)}`)
    io.err(`usage: ${name} [-w SECONDS] start|stop|restart|status|…`)
    return LSB.usage
  }
  const code = await sv([...argv, name], io)
  if (code === USAGE_ERROR) return LSB.usage
  if (!argv.includes('status')) return code
  const directory = serviceDirectory(name, servicesDirectory(io.env))
  const read = readService(directory)
  if (read._tag === 'Right') return read.right.status.pid === 0 ? LSB.down : LSB.up
  return read.left.kind === 'warning' && fs.existsSync(directory) ? LSB.unknown : code
}
