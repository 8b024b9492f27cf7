import * as t from 'io-ts'
import { type Atom, Cell, type Noun, cordText, isAtom } from '../../nock/index.js'

/**
 * A service as the formulas see it: `[name state pid]`. State 0 is down, and the pid 0 then; state 1 is up, and the pid
 * above 0.
 */
export interface Service {
  readonly name: Atom
  readonly state: 0 | 1
  readonly pid: number
}

/**
 * What a service is before anything was decided.
 *
 * @example
 * ServiceNoun.encode(down(cord('a'))) // [97 0 0]
 */
export const down = (name: Atom): Service => ({ name, state: 0, pid: 0 })

/** Between the noun and the service: whatever a policy answers is decoded once, here. */
export const ServiceNoun = new t.Type<Service, Cell, unknown>(
  'Service',
  (value): value is Service => typeof value === 'object' && value !== null && 'pid' in value,
  (value, context) => {
    const service = value instanceof Cell ? read(value) : undefined
    return service === undefined
      ? t.failure(
          value,
          context,
          'a service is [name state pid]: down is state 0 and pid 0, up is state 1 and a pid above 0',
        )
      : t.success(service)
  },
  ({ name, state, pid }) => new Cell(name, new Cell(state, pid)),
)

const read = ({ head: name, tail }: Cell): Service | undefined => {
  if (!isAtom(name) || isAtom(tail)) return undefined
  const { head: state, tail: pid } = tail
  if (typeof pid !== 'number' || !((state === 0 && pid === 0) || (state === 1 && pid > 0))) return undefined
  return { name, state, pid }
}

/**
 * The service that a noun is, or undefined.
 *
 * @example
 * serviceOf(cell(cord('web'), 1, 42)).pid === 42
 */
export const serviceOf = (noun: Noun): Service | undefined => (isAtom(noun) ? undefined : read(noun))

/** A service's name as text; a number that is none, as it is. */
export const nameText = (name: Atom): string => cordText(name) ?? String(name)

export const sameService = (a: Service, b: Service): boolean =>
  a.name === b.name && a.state === b.state && a.pid === b.pid
