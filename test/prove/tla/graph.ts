import { isLeft } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { begin, next } from './checker.js'
import { type Model } from './model.js'

/** A step of a model, by the action of `Next` that it belongs to. */
export interface Step<S> {
  readonly from: S
  readonly action: string
  readonly to: S
}

/** Every state of a model that can be reached, and every step out of each. */
export interface Graph<S> {
  readonly states: readonly S[]
  readonly steps: readonly Step<S>[]
}

/** Goes through a whole model, as the checker does. */
export const graphOf = <S>(model: Model, codec: t.Type<S, unknown>): Graph<S> => {
  const decoded = (state: unknown): S => {
    const read = codec.decode(state)
    if (isLeft(read)) throw new Error(`a state of another form: ${JSON.stringify(state)}`)
    return read.right
  }
  const states = new Map<string, S>()
  const steps: Step<S>[] = []
  const pending = [...begin(model)]
  while (pending.length > 0) {
    const state = pending.pop()
    const [from, key] = [decoded(state), JSON.stringify(state)]
    if (states.has(key)) continue
    states.set(key, from)
    for (const { action, state: after } of next(model, state)) {
      steps.push({ from, action, to: decoded(after) })
      pending.push(after)
    }
  }
  return { states: [...states.values()], steps }
}
