import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { tags } from '../../jets/index.js'
import { type Atom, type Noun, parseNoun, printNoun } from '../../nock/index.js'

/**
 * The text of a noun as a journal has it: the tags of requests, and a service's name, as words; numbers are numbers, a
 * pid, too, that happens to spell something.
 *
 * @param limit the most characters of it, as `printNoun` has it
 * @example
 * nounText(cell(cord('web'), 1, 24930), cord('web')) === '[%web 1 24930]'
 */
export const nounText = (noun: Noun, name?: Atom, limit?: number): string =>
  printNoun(noun, {
    cords: name === undefined ? tags : new Set([...tags, name]),
    ...(limit === undefined ? {} : { limit }),
  })

/** A noun as text; what is read is any text of a noun. */
const Noun = new t.Type<Noun, string, unknown>(
  'Noun',
  (value): value is Noun => value !== undefined,
  (value, context) => {
    const parsed = typeof value === 'string' ? parseNoun(value) : undefined
    return parsed?._tag === 'Right' ? t.success(parsed.right) : t.failure(value, context, 'no text of a noun')
  },
  (noun) => nounText(noun),
)

/** A field that may be missing: as `t.partial` in a `t.intersection`, but most lines are decisions, and that is slow. */
const perhaps = <A, O>(type: t.Type<A, O>): t.Type<A | undefined, O | undefined> =>
  new t.Type<A | undefined, O | undefined>(
    `${type.name}?`,
    (value): value is A | undefined => value === undefined || type.is(value),
    (value, context) => (value === undefined ? t.success(undefined) : type.validate(value, context)),
    (value) => (value === undefined ? undefined : type.encode(value)),
  )

const Count = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'Count')

/** Starts a file: its number among the files of the journal, and the chain of the last line before it. */
const Head = t.type({
  line: t.literal('journal'),
  version: t.literal(1),
  number: Count,
  previous: t.string,
  time: t.string,
})

/** A supervisor starts. `torn`: so many bytes of a line that its killed predecessor left half written were cut off. */
const Start = t.intersection([
  t.type({ line: t.literal('start'), time: t.string, runock: t.string, pid: Count, directory: t.string }),
  t.partial({ torn: Count }),
])

/**
 * A formula, before the first decision that names it by its hash: once for each supervisor in each file. `name`: what its
 * own file is called.
 */
const Formula = t.intersection([
  t.type({ line: t.literal('formula'), formula: t.string, noun: Noun }),
  t.partial({ name: t.string }),
])

/**
 * What a service is, where that follows from no decision: `new`, taken up; `adopted`, taken over as an earlier supervisor
 * left it; `here`, as it was, at the start of a file; `gone`, let go.
 */
const Service = t.type({
  line: t.literal('service'),
  time: t.string,
  service: t.string,
  why: t.keyof({ new: null, adopted: null, here: null, gone: null }),
  noun: Noun,
})

/**
 * A decision. `subject` is `[0 name state pid]`, with the empty tape; `tape` holds what was asked and answered,
 * `[[request answer] … 0]`; `product` is `[0 name state pid]`. In its place `failed`, where the formula had none, or
 * none that is a service: then the service stayed as it was.
 */
const Decision = t.type({
  line: t.literal('decision'),
  time: t.string,
  service: t.string,
  event: t.string,
  formula: t.string,
  subject: Noun,
  tape: Noun,
  product: perhaps(Noun),
  failed: perhaps(t.string),
})

/** So many decisions, since the last such line or the start of the supervisor, found all well, and were only counted. */
const Quiet = t.type({ line: t.literal('quiet'), time: t.string, count: Count })

/** So many lines could not be kept until the disk had room. What services were meanwhile, `here` lines say behind it. */
const Lost = t.type({ line: t.literal('lost'), time: t.string, count: Count })

/** The supervisor ended in order. */
const End = t.type({ line: t.literal('end'), time: t.string })

const codecs = {
  journal: Head,
  start: Start,
  formula: Formula,
  service: Service,
  decision: Decision,
  quiet: Quiet,
  lost: Lost,
  end: End,
} as const

/** A line of a journal, by its field `line`. Times are ISO 8601, UTC, of the wall clock, which may jump. */
export type Line = {
  readonly [K in keyof typeof codecs]: Readonly<t.TypeOf<(typeof codecs)[K]>>
}[keyof typeof codecs]

/**
 * The line that a JSON object is; its field `chain` is not looked at.
 *
 * @returns or what is wrong with it, in words
 * @example
 * decodeLine({ line: 'end', time: '2026-11-23T06:21:10.123Z' })._tag === 'Right'
 */
export const decodeLine = (value: unknown): E.Either<string, Line> => {
  const kind = typeof value === 'object' && value !== null && 'line' in value ? value.line : undefined
  if (typeof kind !== 'string' || !Object.hasOwn(codecs, kind))
    return E.left('it has no "line" that is known')
  const decoded: t.Validation<Line> = codecs[kind as keyof typeof codecs].decode(value)
  if (E.isRight(decoded)) return decoded
  const fields = decoded.left.map(({ context }) =>
    context.map(({ key }) => key).filter((key) => /^[a-z]/.test(key)),
  )
  return E.left(`its ${fields.map((path) => path.join('.')).join(', ')} cannot be read`)
}
