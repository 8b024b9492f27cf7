import { nearest } from '../../nock/nearest.js'

/** What a word on the command line stands for. */
export interface Command {
  readonly does:
    | 'status'
    /** Waits until `./check` agrees that the service is up; sends nothing. */
    | 'check'
    /** Writes `letters` to `supervise/control`. */
    | 'control'
  /** What is sent, and so what is waited for; `C` stands for `check`, which sends nothing. */
  readonly letters: string
  /** Whether it waits for its effect even without `-v` or `-w`. */
  readonly waits: boolean
  /** Whether it sends KILL when the time is up. */
  readonly kills: boolean
}

const sends = (letters: string): Command => ({ does: 'control', letters, waits: false, kills: false })
const sendsAndWaits = (letters: string): Command => ({ ...sends(letters), waits: true })
const sendsAndKills = (letters: string): Command => ({ ...sendsAndWaits(letters), kills: true })

/** runit's commands by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  up: sends('u'),
  down: sends('d'),
  once: sends('o'),
  restart: sendsAndWaits('tcu'),
  status: { does: 'status', letters: '', waits: false, kills: false },
  check: { does: 'check', letters: 'C', waits: true, kills: false },
  exit: sends('x'),
  start: sendsAndWaits('u'),
  stop: sendsAndWaits('d'),
  reload: sendsAndWaits('h'),
  shutdown: sendsAndWaits('x'),
  'try-restart': sendsAndWaits('tc'),
  'force-stop': sendsAndKills('d'),
  'force-reload': sendsAndKills('tc'),
  'force-restart': sendsAndKills('tcu'),
  'force-shutdown': sendsAndKills('x'),
  pause: sends('p'),
  cont: sends('c'),
  hup: sends('h'),
  alarm: sends('a'),
  interrupt: sends('i'),
  quit: sends('q'),
  term: sends('t'),
  kill: sends('k'),
  1: sends('1'),
  2: sends('2'),
}

/** What runit takes a single letter for. */
const LETTERS: Readonly<Record<string, string>> = {
  u: 'up',
  d: 'down',
  o: 'once',
  s: 'status',
  x: 'exit',
  e: 'exit',
  p: 'pause',
  c: 'cont',
  h: 'hup',
  a: 'alarm',
  i: 'interrupt',
  q: 'quit',
  t: 'term',
  k: 'kill',
  D: 'force-stop',
  T: 'force-reload',
  X: 'force-shutdown',
  E: 'force-shutdown',
}

/**
 * The command that a word names: its name, its letter, or the beginning of its name, as long as runit, which looks
 * at the first letter only, takes it for the same one. (runit takes `che` for `cont`, and `usr1` for `up`.)
 *
 * @example
 * commandOf('stat') === COMMANDS.status
 */
export const commandOf = (word: string): Command | undefined => {
  if (Object.hasOwn(COMMANDS, word)) return COMMANDS[word]
  const name = Object.hasOwn(LETTERS, word.charAt(0)) ? LETTERS[word.charAt(0)]! : undefined
  if (name === undefined) return undefined
  const begun = Object.keys(COMMANDS).filter((known) => known.startsWith(word))
  return word.length === 1 || (begun.length === 1 && begun[0] === name) ? COMMANDS[name] : undefined
}

/**
 * The command that somebody may have meant by a word that is none: the one that it begins, else the nearest.
 *
 * @example
 * meantCommand('stauts') === 'status'
 */
export const meantCommand = (word: string): string | undefined => {
  const names = Object.keys(COMMANDS).filter((name) => name.length > 1)
  const begun = word.length > 1 ? names.find((name) => name.startsWith(word)) : undefined
  return begun ?? nearest(word, names)
}
