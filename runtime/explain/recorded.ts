import * as E from 'fp-ts/lib/Either.js'
import { type Noun, isAtom, isCell } from '../../nock/index.js'
import { type Line, type Read, isQuiet } from '../journal/index.js'
import { type Entry } from '../supervision/decide.js'
import { type Service, serviceOf } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'

/** A decision, as a journal tells of it. */
export interface Recorded {
  /** ISO 8601, UTC. */
  readonly time: string
  readonly decision: Decision
  /** The formula's hash. */
  readonly formula: string
  /** What it was called where it was decided. */
  readonly name: string | undefined
}

/** What a journal tells of one service. */
export interface Told {
  readonly service: string
  /** The last decision by which it was started or stopped. */
  readonly turn: Recorded | undefined
  /** How many others that asked or changed something came after that one. */
  readonly since: number
  /** The last of all that asked or changed something, the latest last. */
  readonly last: readonly Recorded[]
  /** How a supervisor came by it, if that was after its last start and stop. */
  readonly taken:
    | { readonly why: 'new' | 'adopted'; readonly time: string; readonly service: Service }
    | undefined
  /** Formulas that had names where they were decided by. */
  readonly named: ReadonlyMap<string, Noun>
  /** All services that the journal tells of. */
  readonly services: ReadonlySet<string>
  /** Where it was read no further. */
  readonly damage: Extract<Read, { _tag: 'Damaged' }> | undefined
  /** What could not be read, and was not meant to be like that, each in a line. */
  readonly troubles: readonly string[]
  /** A last line that is torn: it is being written, or its writer was killed. */
  readonly torn: string | undefined
}

/** So many troubles are told, at most. */
const TROUBLES = 10

/**
 * Reads what a journal tells of a service: no more than that is kept.
 *
 * @param only the service; the first of which the journal tells unless given
 * @param most how many decisions
 */
export const readTold = (reads: Iterable<Read>, only: string | undefined, most: number): Told => {
  const formulas = new Map<string, { readonly noun: Noun; readonly name: string | undefined }>()
  const named = new Map<string, Noun>()
  const services = new Set<string>()
  const troubles: string[] = []
  const last: Recorded[] = []
  let service = only
  let turn: Recorded | undefined
  let since = 0
  let taken: Told['taken']
  let damage: Told['damage']
  let torn: string | undefined

  const note = (recorded: Recorded): void => {
    const { before, after } = recorded.decision
    if (isQuiet(recorded.decision)) return
    since++
    if (before.pid !== after.pid) [turn, since, taken] = [recorded, 0, undefined]
    last.push(recorded)
    if (last.length > most) last.shift()
  }

  for (const read of reads) {
    const where = `${read.place.file}:${read.place.line}`
    if (read._tag !== 'Line') {
      if (read._tag === 'Torn') torn = `${where}: the last line is torn; all before it was read`
      else {
        damage = read
        troubles.push(`${where}: ${read.message}; what stands before it was read, and nothing behind it`)
      }
      break
    }
    const { line } = read
    if ('service' in line) {
      services.add(line.service)
      service ??= line.service
    }
    switch (line.line) {
      case 'journal':
        formulas.clear()
        break
      case 'formula':
        formulas.set(line.formula, { noun: line.noun, name: line.name })
        if (line.name !== undefined) named.set(line.name, line.noun)
        break
      case 'service': {
        const came = serviceOf(line.noun)
        if (line.service !== service || came === undefined) break
        if (line.why === 'new' || line.why === 'adopted')
          taken = { why: line.why, time: line.time, service: came }
        break
      }
      case 'decision': {
        if (line.service !== service) break
        const formula = formulas.get(line.formula)
        const decision = decisionOf(line, formula?.noun)
        if (E.isRight(decision))
          note({ time: line.time, decision: decision.right, formula: line.formula, name: formula?.name })
        else if (troubles.length < TROUBLES)
          troubles.push(`${where}: ${decision.left}; the line is passed over`)
      }
    }
  }
  return { service: service ?? '', turn, since, last, taken, named, services, damage, troubles, torn }
}

/** The decision that a line tells of, or why it tells of none. */
const decisionOf = (
  { event, subject, tape, product, failed }: Line & { readonly line: 'decision' },
  formula: Noun | undefined,
): E.Either<string, Decision> => {
  if (formula === undefined) return E.left('the file carries no formula of this hash')
  const before = serviceBehindTape(subject)
  if (before === undefined) return E.left('its subject is no [0 service]')
  const entries = entriesOf(tape)
  if (entries === undefined) return E.left('its tape is no list of [request answer]')
  const rest = { event, formula, before, tape: entries }
  if (failed !== undefined)
    return E.right({ ...rest, after: before, failure: { why: 'product', message: failed } })
  const after = product === undefined ? undefined : serviceBehindTape(product)
  return after === undefined
    ? E.left('its product is no [0 service]')
    : E.right({ ...rest, after, failure: undefined })
}

const serviceBehindTape = (noun: Noun): Service | undefined =>
  isCell(noun) && noun.head === 0 ? serviceOf(noun.tail) : undefined

const entriesOf = (tape: Noun): readonly Entry[] | undefined => {
  const entries: Entry[] = []
  let rest = tape
  for (; isCell(rest); rest = rest.tail) {
    if (isAtom(rest.head)) return undefined
    entries.push(rest.head)
  }
  return rest === 0 ? entries : undefined
}
