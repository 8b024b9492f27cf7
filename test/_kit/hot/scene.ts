import { type Noun, atom, cell } from '../../../nock/noun.js'
import { below } from '../subjects.js'

/** What a noun is good for; a gate takes an atom and gives one, a battery belongs to the loop that is being made. */
export type Kind = 'atom' | 'loobean' | 'list' | 'noun' | 'gate' | 'battery'

export interface Place {
  readonly axis: bigint
  readonly kind: Kind
}

/** What a formula that is being made can rely on: what kind of noun its subject has where. */
export interface Scene {
  readonly places: readonly Place[]
  /** Where the core of the loop is, if the subject still has it. */
  readonly core: bigint | undefined
}

/** `[0 axis]` */
export const part = (axis: bigint): Noun => cell(0, atom(axis))

/** The scene where the subject is found at this axis of another one. */
export const under = (outer: bigint, { places, core }: Scene): Scene => ({
  places: places.map(({ axis, kind }) => ({ axis: below(outer, axis), kind })),
  core: core === undefined ? undefined : below(outer, core),
})

/** The scene after rule 8 put something of this kind in front. */
export const pushed = (scene: Scene, kind: Kind): Scene => {
  const { places, core } = under(3n, scene)
  return { places: [{ axis: 2n, kind }, ...places], core }
}

/** The places of what fits a kind: every noun is a noun, and a loobean is an atom. */
export const fitting = (scene: Scene, kind: Kind): readonly Place[] =>
  kind === 'noun'
    ? scene.places
    : scene.places.filter((place) => place.kind === kind || (kind === 'atom' && place.kind === 'loobean'))
