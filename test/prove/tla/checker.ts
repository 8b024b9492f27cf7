import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { check_spec_with_cfg, explore_init, explore_next, initSync } from 'tla-checker'
import { type Model } from './model.js'

/** More than any model here has; past either, the checker warns, and that is a failure. */
const MOST_STATES = 1_000_000
const MOST_DEPTH = 100_000

initSync({ module: readFileSync(createRequire(import.meta.url).resolve('tla-checker/tla_checker_bg.wasm')) })

/** What the checker says of a model. */
export interface Verdict {
  readonly holds: boolean
  /** Distinct ones; as many as it came to when something does not hold. */
  readonly states: number
  /** What does not hold; empty when all does. */
  readonly said: string
}

const Checked = t.type({
  success: t.boolean,
  error_type: t.union([t.string, t.null]),
  error_message: t.union([t.string, t.null]),
  states_explored: t.number,
  warnings: t.array(t.string),
})

/** Checks all that a model's configuration names, and, unless they are allowed, that no state is a dead end. */
export const check = ({ module, cfg }: Model, deadEnds: 'none' | 'allowed' = 'none'): Verdict => {
  const answer = read(
    Checked,
    check_spec_with_cfg(module, cfg, '{}', MOST_STATES, MOST_DEPTH, deadEnds === 'allowed', false),
  )
  const { success, error_type, error_message, states_explored: states, warnings } = answer
  if (warnings.length > 0) return { holds: false, states, said: `warning: ${warnings.join('; ')}` }
  return { holds: success, states, said: success ? '' : `${error_type}: ${error_message}` }
}

/** The states that a model begins with, as the checker writes them. */
export const begin = ({ module, cfg }: Model): readonly unknown[] =>
  explored(t.type({ states: t.array(Json) }), explore_init(module, cfg, '{}')).states.map(({ json }) => json)

/** The steps out of a state, each with the action of `Next` that it belongs to. */
export const next = (
  { module, cfg }: Model,
  state: unknown,
): readonly { readonly action: string; readonly state: unknown }[] =>
  explored(
    t.type({ transitions: t.array(t.type({ action: t.string, state: Json })) }),
    explore_next(module, cfg, '{}', JSON.stringify(state)),
  ).transitions.map(({ action, state: { json } }) => ({ action, state: json }))

const Json = t.type({ json: t.unknown })

const explored = <A>(codec: t.Type<A>, text: string): A => {
  const refused = t.type({ ok: t.literal(false), error: t.string }).decode(JSON.parse(text))
  if (!isLeft(refused)) throw new Error(`tla-checker: ${refused.right.error}`)
  return read(codec, text)
}

const read = <A>(codec: t.Type<A>, text: string): A => {
  const decoded = codec.decode(JSON.parse(text))
  if (isLeft(decoded)) throw new Error(`tla-checker answers in another form: ${text.slice(0, 200)}`)
  return decoded.right
}
