import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { type DefinedJet, type JetDefinition, type JetError, defineJet, jetTable } from '../../jets/index.js'
import { type Noun, isAtom } from '../../nock/index.js'
import { whyNoNoun } from './why-no-noun.js'

/** A jet; or why it is not accepted. */
export type Found = E.Either<JetError, DefinedJet>

/**
 * The jets among the values that a module exports: each that is one, made by `defineJet` or a definition by
 * itself, and those in lists and plain objects. The second jet of a formula is not accepted.
 *
 * @returns each jet once, in the order of the exports' names; or which value looks like a jet and is none,
 *   and why
 */
export const jetsIn = (exported: object): E.Either<string, readonly Found[]> => {
  const found: Found[] = []
  const wrong = collect(new Map(Object.entries(exported)), found)
  if (wrong !== undefined) return E.left(wrong)
  const jets = withoutSecond(found)
  const twice = jets.map(nameOf).find((name, i, names) => names.indexOf(name) < i)
  return twice === undefined
    ? E.right(jets)
    : E.left(`two of its jets are called ${twice}: give each a name of its own, for --jet to tell them apart`)
}

/** The name of a jet, accepted or not. */
export const nameOf = (found: Found): string => (E.isLeft(found) ? found.left.jet : found.right.name)

/** Looks through values and what they hold, each once; answers what is wrong with one of them. */
const collect = (exports: ReadonlyMap<string, unknown>, found: Found[]): string | undefined => {
  const seen = new Set<unknown>()
  const pending = [...exports]
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const [where, value] = next
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if ('_tag' in value) {
      if ('right' in value) pending.unshift([where, value.right])
      else if ('left' in value && RefusedJet.is(value.left)) found.push(E.left(value.left))
    } else if (isLikeJet(value)) {
      const decoded = Definition.decode(value)
      if (E.isLeft(decoded)) return `${where} looks like a jet, but ${whatIsWrong(decoded.left)}`
      found.push(defineJet(bound(decoded.right as unknown as JetDefinition)))
    } else if (isPlain(value)) {
      pending.unshift(
        ...Object.entries(value).map(([key, inner]) => [`${where}.${key}`, inner] as [string, unknown]),
      )
    }
  }
  return undefined
}

/** A list, an object that a module wrote out, or another module. */
const isPlain = (value: object): boolean =>
  Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

const isLikeJet = (value: object): boolean => 'formula' in value || ('name' in value && 'run' in value)

const Formula = new t.Type<Noun | string, Noun | string, unknown>(
  "a noun or a noun's text",
  (value): value is Noun | string => typeof value === 'string' || whyNoNoun(value) === undefined,
  (value, context) =>
    typeof value === 'string' || whyNoNoun(value) === undefined
      ? t.success(value as Noun | string)
      : t.failure(value, context),
  t.identity,
)

const Code = new t.Type<Noun, Noun, unknown>(
  'a noun',
  (value): value is Noun => whyNoNoun(value) === undefined,
  (value, context) => (whyNoNoun(value) === undefined ? t.success(value as Noun) : t.failure(value, context)),
  t.identity,
)

const Axis = t.refinement(Code, isAtom, 'an axis')

const Definition = t.intersection([
  t.type({ name: t.string, formula: Formula, run: t.Function }),
  t.partial({
    relies: t.readonlyArray(t.tuple([Axis, Code])),
    subjects: t.Function,
    more: t.Function,
    resume: t.Function,
  }),
])

const RefusedJet = t.union([
  t.type({
    why: t.union([t.literal('formula'), t.literal('open'), t.literal('relies')]),
    jet: t.string,
    message: t.string,
  }),
  t.type({ why: t.literal('duplicate'), jet: t.string, other: t.string }),
])

const whatIsWrong = ([error]: t.Errors): string => {
  const { key, type } = error!.context[error!.context.length - 1]!
  return `its ${key} is not ${type.name === 'string' ? 'text' : type.name === 'Function' ? 'a function' : type.name}`
}

/** The definition with its functions as they are called on it, should they be methods. */
const bound = (jet: JetDefinition): JetDefinition => ({
  name: jet.name,
  formula: jet.formula,
  relies: jet.relies,
  run: (subject) => jet.run(subject),
  subjects: jet.subjects && ((draw) => jet.subjects!(draw)),
  more: jet.more && ((subject) => jet.more!(subject)),
  resume: jet.resume && ((subject) => jet.resume!(subject)),
})

const withoutSecond = (found: readonly Found[]): readonly Found[] => {
  const accepted: DefinedJet[] = []
  return found.map((jet) => {
    if (E.isLeft(jet)) return jet
    const table = jetTable([...accepted, jet.right])
    if (E.isLeft(table)) return table
    accepted.push(jet.right)
    return jet
  })
}
