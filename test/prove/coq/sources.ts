import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../runtime/package.js'

/** The files of `formulas/spec/coq`, each after those that it takes in. */
export const ORDER = ['Nock', 'Rules', 'Parse', 'Texts', 'Formulas', 'Supervisor', 'Laws', 'Timed'] as const

export const DIRECTORY = join(packageRoot(), 'formulas', 'spec', 'coq')

/** Proves nothing: the oracle is made by it. */
const EXTRACTION = 'Extract'

/** The text of each file, by its name. */
export type Sources = Readonly<Record<string, string>>

export const readSources = (): Sources =>
  Object.fromEntries(ORDER.map((name) => [name, readFileSync(join(DIRECTORY, `${name}.v`), 'utf8')]))

/** Files that lie there and that nobody would compile. */
export const unordered = (): readonly string[] =>
  readdirSync(DIRECTORY).filter(
    (file) => file.endsWith('.v') && ![...ORDER, EXTRACTION].some((name) => file === `${name}.v`),
  )

/** A theorem, and what the comment above it says. */
export interface Theorem {
  readonly file: string
  readonly name: string
  readonly says: string
}

/** The theorems and corollaries of the files, in their order. Lemmas are steps on the way. */
export const theoremsOf = (sources: Sources): readonly Theorem[] =>
  ORDER.flatMap((file) =>
    [...sources[file]!.matchAll(THEOREM)].map(([, comment, name]) => ({
      file,
      name: name!,
      says: (comment ?? '').replaceAll(/\s+/g, ' ').trim(),
    })),
  )

const THEOREM = /(?:^\(\*((?:[^*]|\*(?!\)))*)\*\)\n)?^(?:Theorem|Corollary) (\w+)/gm

/** Words by which something is taken for granted. */
export const takenForGranted = (sources: Sources): readonly string[] =>
  ORDER.flatMap((file) =>
    [
      ...sources[file]!.replaceAll(/\(\*[^]*?\*\)|"[^"]*"/g, '').matchAll(
        /\b(?:Admitted|admit|Axioms?|Parameters?|Conjecture|Abort|bypass_check|Unset \w+ Checking)\b/g,
      ),
    ].map(([word]) => `${word} in ${file}.v`),
  )
