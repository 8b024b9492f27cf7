import * as E from 'fp-ts/lib/Either.js'
import { type Noun, cordText, isAtom } from '../../nock/index.js'

/** What becomes of a service's place in the supervised set; see `formulas/sv.nock`. */
export type Membership = 'in' | 'out' | 'keep' | 'exit'

/** What a policy does on one event. */
export interface Row {
  readonly supervised: Membership
  readonly formula: Noun
}

/** A policy: for each event (a control letter, `supervise`, `observe`, …) what to evaluate. */
export type Policy = ReadonlyMap<string, Row>

/**
 * Reads a policy's noun, a list of `[event supervised formula]` that ends in 0. The first row of an event counts. Rows
 * for `supervise` and `observe` must be there, or a death would go unnoticed, and for `x`, or there would be no end.
 *
 * @param noun as `formulas/sv.nock` is
 * @returns the policy, or what is wrong with it, in words
 * @example
 * readPolicy(loadFormulas().right.get('sv')).right.get('d').supervised === 'out'
 */
export const readPolicy = (noun: Noun): E.Either<string, Policy> => {
  const policy = new Map<string, Row>()
  let rows = noun
  for (let number = 1; !isAtom(rows); number++, rows = rows.tail) {
    const row = rows.head
    if (isAtom(row) || isAtom(row.tail)) return E.left(`row ${number} is not [event supervised formula]`)
    const event = cordText(row.head)
    if (event === undefined) return E.left(`row ${number}: the event is no text`)
    const supervised = cordText(row.tail.head)
    if (supervised !== 'in' && supervised !== 'out' && supervised !== 'keep' && supervised !== 'exit') {
      return E.left(`row ${number} (${event}): supervised must be %in, %out, %keep or %exit`)
    }
    if (!policy.has(event)) policy.set(event, { supervised, formula: row.tail.tail })
  }
  if (rows !== 0) return E.left('a policy is a list, it ends in 0')
  for (const event of ['supervise', 'observe', 'x']) {
    if (!policy.has(event)) return E.left(`there is no row for %${event}`)
  }
  if (policy.get('x')?.supervised !== 'exit') return E.left('the row for %x must say %exit')
  return E.right(policy)
}
