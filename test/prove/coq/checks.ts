import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Noun, isCell } from '../../../nock/index.js'
import { type Book, loadFormulas } from '../../../runtime/formulas/index.js'
import { SWEEP } from '../../../runtime/tree/supervise.js'
import { type Check } from '../check.js'
import { Coq } from './coqc.js'
import {
  DIRECTORY,
  ORDER,
  type Sources,
  readSources,
  takenForGranted,
  theoremsOf,
  unordered,
} from './sources.js'
import { texts } from './texts.js'
import { THEOREMS } from './theorems.js'

export const missing = (): string | undefined =>
  spawnSync('coqc', ['--version']).status === 0 ? undefined : 'coqc is not installed (apt-get install coq)'

/** Writes `Texts.v` anew. */
export const write = (): void => writeFileSync(join(DIRECTORY, 'Texts.v'), textsNow())

const textsNow = (): string => texts(formulas(), SWEEP)

const formulas = (): Book => {
  const book = loadFormulas()
  if (E.isLeft(book)) throw new Error('the formulas do not read')
  return book.right
}

/** The theorems hold, of the formulas that run, and nothing is taken for granted; of other formulas they do not. */
export async function* checks(): AsyncGenerator<Check> {
  const sources = readSources()
  yield* ofSources(sources)
  using coq = new Coq()
  for (const file of ORDER) await coq.compile(file, sources[file]!)
  yield* ofTheorems(coq, sources)
  yield await ofNouns(coq)
  for (const one of OTHERWISE) yield await otherwise(coq, sources, one)
}

function* ofSources(sources: Sources): Generator<Check> {
  yield {
    name: 'Texts.v is the very text of formulas/*.nock',
    ok: sources['Texts'] === textsNow(),
    said: sources['Texts'] === textsNow() ? '' : 'npm run prove -- --write makes it anew',
  }
  const granted = [...takenForGranted(sources), ...unordered().map((file) => `${file} is not compiled`)]
  yield { name: 'nothing is taken for granted', ok: granted.length === 0, said: granted.join(', ') }
  const found = theoremsOf(sources).map(({ name }) => name)
  const faults = [
    ...THEOREMS.filter((name) => !found.includes(name)).map((name) => `${name} is lost`),
    ...found.filter((name) => !THEOREMS.includes(name)).map((name) => `${name} is new`),
  ]
  yield { name: `${THEOREMS.length} theorems, none lost`, ok: faults.length === 0, said: faults.join(', ') }
}

/** What each theorem rests on, by Coq itself. */
async function* ofTheorems(coq: Coq, sources: Sources): AsyncGenerator<Check> {
  const theorems = theoremsOf(sources)
  const printed = await coq.compile(
    'Assumptions',
    [`Require Import ${ORDER.join(' ')}.`, ...theorems.map(({ name }) => `Print Assumptions ${name}.`)].join(
      '\n',
    ),
  )
  const rests = printed.split(/^(?=Closed under|Axioms:|Section Variables:)/m)
  if (rests.length !== theorems.length) throw new Error(`Coq told of ${rests.length} theorems: ${printed}`)
  for (const [i, { file, name, says }] of theorems.entries()) {
    const rest = rests[i]!.trim()
    yield { name: `${file}.v ${name}`, ok: rest === CLOSED, said: [says, rest].filter(Boolean).join(' · ') }
  }
}

const CLOSED = 'Closed under the global context'

/** Our parser and Coq's make the same noun of each text. */
const ofNouns = async (coq: Coq): Promise<Check> => {
  const { names, get } = formulas()
  const same = names.map((name) => `Goal find "${name}" book = Some ${term(get(name)!)}. reflexivity. Qed.`)
  await coq.compile('Nouns', [HEAD, ...same].join('\n'))
  return { name: 'Coq reads the noun that runs', ok: true, said: `${names.length} formulas` }
}

const HEAD = `From Coq Require Import NArith String. Require Import Nock Parse Formulas. Open Scope N_scope.`

/** A noun as Coq writes it. */
const term = (noun: Noun): string =>
  isCell(noun) ? `(Cell ${term(noun.head)} ${term(noun.tail)})` : `(Atom ${noun})`

/** Other policies than ours, each by one place in a text: of none of them are the theorems true. */
const OTHERWISE = [
  { about: 'a stop that sends TERM', of: 'stop', was: '[1 9]', is: '[1 15]' },
  { about: 'a stop whose finish has six seconds', of: 'stop', was: '[1 5.000]', is: '[1 6.000]' },
  { about: 'a stop that minds no refusal', of: 'stop', was: '[0 0]', is: '[0 3]' },
  { about: 'a start of who is up', of: 'start', was: '[5 [0 14] [1 0]]', is: '[5 [0 14] [1 1]]' },
  { about: 'a start that takes 0 for a pid', of: 'start', was: '[5 [0 5] [1 0]]', is: '[5 [0 5] [1 1]]' },
  { about: 'a restart that only starts', of: 'restart', was: '[7 stop start]', is: '[7 start start]' },
  { about: 'a supervise that does not look', of: 'supervise', was: 'observe', is: '[0 1]' },
  { about: 'an ask that takes any answer', of: 'ask', was: '[5 [0 8] [0 3]]', is: '[5 [0 3] [0 3]]' },
] as const

type Otherwise = (typeof OTHERWISE)[number]

const otherwise = async (coq: Coq, sources: Sources, { about, of, was, is }: Otherwise): Promise<Check> => {
  const name = `not proved: ${about}`
  const book = formulas()
  if (!book.text(of)!.includes(was)) return { name, ok: false, said: `${was} is not in ${of}.nock` }
  const text = (one: string): string | undefined =>
    one === of ? book.text(one)!.replace(was, is) : book.text(one)
  await coq.compile('Texts', texts({ ...book, text }, SWEEP))
  for (const file of ['Formulas', 'Supervisor']) {
    try {
      await coq.compile(file, sources[file]!)
    } catch (error) {
      const { message } = error as Error
      const where = /line (\d+)/.exec(message)?.[1]
      return { name, ok: message.includes('Error:'), said: `${file}.v does not go through, line ${where}` }
    }
  }
  return { name, ok: false, said: 'Coq finds nothing wrong' }
}
