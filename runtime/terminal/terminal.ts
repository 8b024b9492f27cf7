import { printable } from '../log/printable.js'
import { EXIT, type Failure } from './failure.js'

/**
 * Write data to stdout.
 *
 * A reader that has gone (`runock … | head -1`) is no error: what is left to write is dropped, quietly, and the exit
 * code stays the command's own. A full disk is one, 111.
 */
export const print = (data: string | Uint8Array): void => {
  if (process.stdout.listenerCount('error') === 0) {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return
      complain('runock', `cannot write: ${reason(error)}`)
      process.exitCode = EXIT.temporary
    })
  }
  process.stdout.write(data)
}

/**
 * Write a message to stderr, after the name of the command that it comes from. It may show text from outside, so what
 * a terminal would obey is replaced, a character for a character: the carets under a line stay where they point.
 *
 * @example
 * complain('runock nock', 'SUBJECT is missing') // runock nock: SUBJECT is missing
 */
export const complain = (who: string, message: string): void => {
  if (isJson) return writeMessage(JSON.stringify({ remark: { command: who, message } }))
  const harmless = message.replaceAll(/[^\P{Cc}\n\t]/gu, '\ufffd')
  writeMessage(`${bold(who + ':', process.stderr)} ${harmless}`)
}

/**
 * Says why a command failed; the exit code.
 *
 * @example
 * process.exitCode = fail('runock nock', misused('SUBJECT is missing'))
 */
export const fail = (who: string, { code, message }: Failure): number => {
  if (isJson) writeMessage(errorJson(who, { code, message }))
  else complain(who, message)
  return code
}

/** A failure as `--json` has it: one line, on stderr like any other message. */
export const errorJson = (who: string, { code, message }: Failure): string =>
  JSON.stringify({ error: { command: who, code, message } })

let isJson = false

/** If these words ask for JSON, messages are JSON from here on: also the one that says what is wrong with the words. */
export const speakAsAsked = (argv: readonly string[]): void => {
  const end = argv.indexOf('--')
  if ((end === -1 ? argv : argv.slice(0, end)).includes('--json')) isJson = true
}

const writeMessage = (line: string): void => {
  // Where a message cannot be written there is nobody to tell.
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {})
  process.stderr.write(line + '\n')
}

/** Text as a heading: bold on a terminal, unless NO_COLOR says otherwise. */
export const bold = (text: string, stream: { readonly isTTY?: boolean } = process.stdout): string =>
  hasStyle(stream, process.env) ? `\x1b[1m${text}\x1b[22m` : text

/** Whether a stream takes bold and colours: https://no-color.org. */
export const hasStyle = (stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'

/**
 * A word from outside as a message may show it: in quotes, on one line, not too long, with nothing in it that a
 * terminal would obey.
 *
 * @example
 * quoted('a\nb') === "'a\\nb'"
 */
export const quoted = (word: string): string => {
  const shown = word.length > 60 ? word.slice(0, 60) + '…' : word
  return `'${printable(shown)}'`
}

/** What the system says about an error, without Node's code before it and the call after it. */
export const reason = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  if (message.startsWith('EISDIR')) return 'it is a directory'
  return /^[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message
}
