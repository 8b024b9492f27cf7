import { type Interface, createInterface } from 'node:readline'
import { complain, print } from '../terminal/terminal.js'
import { type Evaluation } from './evaluation.js'
import { historyFile, readHistory, writeHistory } from './history.js'
import { COMMANDS, isOpen } from './line.js'
import { type Session } from './session.js'

const PROMPT = '> '
const MORE = '… '

/**
 * Hears lines until there are no more, or `:quit`: on a terminal with a prompt, a history and completion.
 *
 * @returns whether every line was right
 */
export const converse = async (session: Session, evaluation: Evaluation, who: string): Promise<boolean> => {
  const { stdin, stdout } = process
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true
  const lines = isTerminal
    ? onTerminal(session, who)
    : createInterface({ input: stdin, terminal: false, crlfDelay: Infinity })
  let text = ''
  let allOk = true
  lines.on('SIGINT', () => {
    if (evaluation.isRunning) return evaluation.stop()
    if (text === '' && lines.line === '') print('\n:quit or Ctrl-D leaves\n')
    else print('\n')
    text = ''
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
    lines.setPrompt(PROMPT)
    lines.prompt()
  })
  if (isTerminal) lines.prompt()
  for await (const line of lines) {
    text += (text === '' ? '' : '\n') + line
    if (!isOpen(text)) {
      const said = await session.hear(text)
      text = ''
      if (said.text !== '') {
        if (said.ok || isTerminal) print(said.text + '\n')
        else complain(who, said.text)
      }
      allOk &&= said.ok
      if (said.quits === true) break
    }
    lines.setPrompt(text === '' ? PROMPT : MORE)
    if (isTerminal) lines.prompt()
  }
  lines.close()
  if (text === '') return allOk
  complain(who, 'a bracket is open at the end')
  return false
}

/** With the lines that were typed before, which are kept as new ones come. */
const onTerminal = (session: Session, who: string): Interface => {
  const file = historyFile(process.env)
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    history: [...readHistory(file)],
    historySize: 1_000,
    removeHistoryDuplicates: true,
    completer: (line: string) => completed(line, session.words),
  })
  let isTold = false
  lines.on('history', (history: string[]) => {
    const written = writeHistory(file, history)
    if (written._tag === 'Right' || isTold) return
    isTold = true
    complain(who, `what you type is not kept: ${written.left}`)
  })
  return lines
}

/**
 * What a word that is begun may be: a command, a formula or a variable.
 *
 * @example
 * completed(':qu', [])[0][0] === ':quit'
 */
export const completed = (line: string, words: readonly string[]): [string[], string] => {
  const [begun] = /:?[a-z0-9-]*$/.exec(line)!
  const known = begun.startsWith(':') ? Object.keys(COMMANDS).map((name) => `:${name}`) : words
  return [known.filter((word) => word.startsWith(begun)), begun]
}
