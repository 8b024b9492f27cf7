import { createHash } from 'node:crypto'
import { type Mark } from '../../../jets/os/launcher.js'
import { type Script } from '../../../jets/os/system.js'

/** What a mark's text says. */
export interface MarkText {
  /** The service directory's `Found.identity`: neither its name nor its place, both may change. */
  readonly identity: string
  readonly script: Script
  /** Which start it was, in nanoseconds since the machine's: a later one's is greater. */
  readonly launch: bigint
}

const SCRIPTS: readonly Script[] = ['run', 'finish', 'check', 'control']

/** The first of a mark's eight bytes: tells its number from a limit that somebody set. */
const FIRST = 0x52n

/**
 * The number in a mark: the same for every start of a script of a service directory, and no other's. 54 bits of it are
 * a hash.
 */
export const markNumber = (identity: string, script: Script): bigint => {
  const hash = createHash('sha256').update(identity).digest().readBigUInt64BE() >> 10n
  return (FIRST << 56n) | (hash << 2n) | BigInt(SCRIPTS.indexOf(script))
}

/**
 * Is it the number of a mark, whosoever?
 *
 * @example
 * isMarkNumber(markNumber('1:2:3', 'run')) === true
 */
export const isMarkNumber = (number: bigint): boolean => number >> 56n === FIRST

/**
 * What a script is started with.
 *
 * @example
 * markOf({ identity: '1:2:3', script: 'run', launch: 99n }).text === '1:2:3:run:99'
 */
export const markOf = (
  { identity, script, launch }: MarkText,
  number = markNumber(identity, script),
): Mark => ({ text: `${identity}:${script}:${launch}`, number })

/**
 * What the text of a mark says; undefined when it is none, since everybody can set a variable.
 *
 * @example
 * readMark('1:2:3:run:99').launch === 99n
 */
export const readMark = (text: string): MarkText | undefined => {
  const [, identity, script, launch] = /^(.+):(run|finish|check|control):(\d{1,20})$/.exec(text) ?? []
  if (identity === undefined || launch === undefined) return undefined
  return { identity, script: script as Script, launch: BigInt(launch) }
}
