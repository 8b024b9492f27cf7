import { type Either, left, right } from '../../nock/either.js'
import { quoted } from '../terminal/terminal.js'
import { type Command, commandOf, meantCommand } from './commands.js'

/** What the command line asks for. */
export interface Request {
  readonly command: Command
  /** As given; `all`: whatever is in the services directory. */
  readonly services: readonly string[] | 'all'
  /** Whether to wait for the effect and tell it, even if the command does not by itself. */
  readonly waits: boolean
  /** For how long, in milliseconds. */
  readonly limit: number
  readonly json: boolean
}

/**
 * The request in a command line, runit's: options before the command; ours may come behind it too.
 *
 * @param svwait the environment's `SVWAIT`
 * @returns what is wrong with it, in a line; `help` when that is asked for
 * @example
 * parseArguments(['-w2', 'up', 'web'], undefined)
 * // right({ command: COMMANDS.up, services: ['web'], waits: true, limit: 2000, json: false })
 */
export const parseArguments = (
  argv: readonly string[],
  svwait: string | undefined,
): Either<string, Request | 'help'> => {
  const words: string[] = []
  let waits = false
  let json = false
  let all = false
  let seconds = svwait === undefined || svwait === '' ? '7' : svwait
  let secondsFrom = 'SVWAIT'

  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!
    if (argument === '--') {
      words.push(...argv.slice(i + 1))
      break
    }
    if (argument === '--json') json = true
    else if (argument === '--all') all = true
    else if (argument === '--help') return right('help')
    else if (!argument.startsWith('-') || argument === '-') words.push(argument)
    else if (argument.startsWith('--')) return left(`no option ${quoted(argument)}`)
    else {
      // Letters in one word, as getopt takes them: -v, -w5, -vw5, -vw 5.
      for (let rest = argument.slice(1); rest !== ''; rest = rest.slice(1)) {
        const option = rest.charAt(0)
        if (option === 'h') return right('help')
        if (option !== 'v' && option !== 'w') return left(`no option ${quoted('-' + option)}`)
        waits = true
        if (option === 'v') continue
        const value = rest.length > 1 ? rest.slice(1) : argv[++i]
        if (value === undefined) return left('-w takes a number of seconds')
        seconds = value
        secondsFrom = '-w'
        break
      }
    }
  }

  if (!/^\d+(\.\d*)?$/.test(seconds))
    return left(`${secondsFrom} takes a number of seconds, not ${quoted(seconds)}`)
  const [word, ...services] = words
  if (word === undefined) return left('which command?')
  const command = commandOf(word)
  if (command === undefined) {
    const meant = meantCommand(word)
    return left(`no command ${quoted(word)}` + (meant === undefined ? '' : `; did you mean ${meant}?`))
  }
  if (all && services.length > 0)
    return left(`--all is every service: it leaves no room for ${quoted(services[0]!)}`)
  const everyone = all || (command.does === 'status' && services.length === 0)
  if (!everyone && services.length === 0) return left(`${word} takes a service, or --all`)
  return right({
    command,
    services: everyone ? 'all' : services,
    waits: waits || json || command.waits,
    limit: Number(seconds) * 1000,
    json,
  })
}
