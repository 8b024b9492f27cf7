import { type Either, left, right } from '../../nock/either.js'

/** What `supervise/status` says of a service. */
export interface Status {
  /** When it came into this state: Unix time in milliseconds; a fraction is kept to the nanosecond. */
  readonly since: number
  /** The process that runs now, `./run` or `./finish`; 0 when there is none. */
  readonly pid: number
  readonly paused: boolean
  readonly want: 'up' | 'down'
  /** Whether TERM was sent to `pid`. */
  readonly gotTerm: boolean
  readonly state: 'down' | 'run' | 'finish'
}

export const STATUS_BYTES = 20

/** TAI64's label of the second at which Unix time is 0: 2^62, and the 10 seconds that runit counts TAI ahead. */
const UNIX_EPOCH = 4_611_686_018_427_387_914n

const STATES = ['down', 'run', 'finish'] as const

/**
 * The 20 bytes of `supervise/status`: TAI64N label, pid (little-endian), paused, `u` or `d`, got TERM, state.
 *
 * @example
 * Buffer.from(encodeStatus({ since: 0, pid: 1, paused: false, want: 'up', gotTerm: false, state: 'run' })).toString('hex')
 * // '400000000000000a000000000100000000750001'
 */
export const encodeStatus = ({ since, pid, paused, want, gotTerm, state }: Status): Uint8Array => {
  const bytes = new Uint8Array(STATUS_BYTES)
  const view = new DataView(bytes.buffer)
  const second = Math.floor(since / 1000)
  const nanoseconds = Math.round((since - second * 1000) * 1e6)
  const carry = nanoseconds === 1e9
  view.setBigUint64(0, UNIX_EPOCH + BigInt(carry ? second + 1 : second))
  view.setUint32(8, carry ? 0 : nanoseconds)
  view.setUint32(12, pid, true)
  bytes[16] = paused ? 1 : 0
  bytes[17] = (want === 'up' ? 'u' : 'd').charCodeAt(0)
  bytes[18] = gotTerm ? 1 : 0
  bytes[19] = STATES.indexOf(state)
  return bytes
}

/**
 * What the bytes of `supervise/status` say, or what is wrong with them.
 *
 * @example
 * decodeStatus(new Uint8Array(18)) // left('18 bytes, not 20')
 */
export const decodeStatus = (bytes: Uint8Array): Either<string, Status> => {
  if (bytes.length !== STATUS_BYTES) return left(`${bytes.length} bytes, not ${STATUS_BYTES}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, STATUS_BYTES)
  const want = String.fromCharCode(bytes[17]!)
  if (want !== 'u' && want !== 'd') return left(`wants ${bytes[17]}, neither u nor d`)
  const state = STATES[bytes[19]!]
  if (state === undefined) return left(`state ${bytes[19]}, none of 0, 1, 2`)
  return right({
    since: Number(view.getBigUint64(0) - UNIX_EPOCH) * 1000 + view.getUint32(8) / 1e6,
    pid: view.getUint32(12, true),
    paused: bytes[16] !== 0,
    want: want === 'u' ? 'up' : 'down',
    gotTerm: bytes[18] !== 0,
    state,
  })
}

/**
 * The line in `supervise/stat`, for people.
 *
 * @param exits whether the supervisor itself ends once the service is down, which `status` has no byte for
 * @example
 * statText({ since: 0, pid: 7, paused: false, want: 'down', gotTerm: true, state: 'run' })
 * // 'run, got TERM, want down\n'
 */
export const statText = ({ paused, want, gotTerm, state }: Status, exits = false): string => {
  const words: string[] = [state]
  if (paused) words.push('paused')
  if (gotTerm) words.push('got TERM')
  if (state !== 'down' && want === 'down') words.push(exits ? 'want exit' : 'want down')
  return words.join(', ') + '\n'
}
