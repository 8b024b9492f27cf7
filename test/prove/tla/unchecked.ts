import { type Model, claimsOf, namesOf } from './model.js'

/**
 * Why the checker would pass a model without a look at all that it claims: claims that the configuration does not name, and
 * properties of a form that it lets pass unseen.
 *
 * @returns nothing, where all is looked at
 */
export const unchecked = (model: Model): readonly string[] => {
  const { invariants, properties } = namesOf(model)
  const claims = claimsOf(model)
  const named = [...invariants, ...properties]
  return [
    ...[...claims.keys()].filter((name) => !named.includes(name)).map((name) => `${name} is not in the .cfg`),
    ...named.filter((name) => !claims.has(name)).map((name) => `${name} is not in the last section`),
    ...properties
      .filter((name) => !isCheckable(claims.get(name) ?? ''))
      .map((name) => `${name} has a form that passes unchecked`),
  ]
}

/** Is it `P ~> Q`, `<>P`, `[]<>P` or `<>[]P` of plain P and Q? Any other property the checker lets pass. */
const isCheckable = (definition: string): boolean => {
  const inner = definition.replace(/^(?:\[\]<>|<>\[\]|<>)/, '')
  const sides = inner.split('~>')
  return (sides.length === 2) === (inner === definition) && !/\[\]|<>|[WS]F_/.test(inner)
}
