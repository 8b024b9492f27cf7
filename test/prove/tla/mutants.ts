import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './checker.js'
import { type Model, SPEC, bare, namesOf, only, readModel } from './model.js'

/** A model that is wrong in one place. */
export interface Mutant {
  readonly name: string
  /** What is wrong with it, in words. */
  readonly about: string
  /** The model that it is made from, and what of its text is another. */
  readonly of: string
  readonly changes: string
  readonly model: Model
  /** Everything named in its configuration that does not hold of it, and `Deadlock` where it has a dead end. */
  readonly breaks: readonly string[]
}

/** Every mutant in formulas/spec/mutants. */
export const readMutants = (): readonly Mutant[] => {
  const files = readdirSync(join(SPEC, 'mutants')).sort()
  return files.map((file) =>
    mutantOf(file.replace(/\.txt$/, ''), readFileSync(join(SPEC, 'mutants', file), 'utf8')),
  )
}

/**
 * The mutant that a text describes: a sentence, `of:` a model, `breaks:` names, and lines of the model or its configuration
 * that begin with `-`, for which those with `+` are put.
 *
 * @throws Error where a line is none of these, or where the text to be replaced is not there exactly once
 */
export const mutantOf = (name: string, text: string): Mutant => {
  const lines = text.trimEnd().split('\n')
  const field = (key: string): string => {
    const line = lines.find((one) => one.startsWith(`${key}: `))
    if (line === undefined) throw new Error(`mutant ${name}: there is no line ${key}:`)
    return line.slice(key.length + 2)
  }
  const side = (sign: string): string =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(2))
      .join('\n')
  const about = lines[0]!
  const of = field('of')
  const { module, cfg } = readModel(of)
  const [before, after] = [side('-'), side('+')]
  const places = `${module}\0${cfg}`.split(`\n${before}\n`).length - 1
  if (before === '' || places !== 1)
    throw new Error(`mutant ${name}: what it replaces is in ${of} ${places} times`)
  const replaced = (old: string): string => old.replace(`\n${before}\n`, () => `\n${after}\n`)
  return {
    name,
    about,
    of,
    changes: before,
    model: { module: replaced(module), cfg: replaced(cfg) },
    breaks: field('breaks').split(' '),
  }
}

/** What does not hold of a model, of all that its configuration names; `Deadlock`; and any other complaint. */
export const broken = (model: Model): readonly string[] => {
  const { invariants, properties } = namesOf(model)
  const said = [...invariants, ...properties].flatMap((name) => {
    const { holds, said } = check(only(model, name), 'allowed')
    if (holds) return []
    const kind = invariants.includes(name) ? 'InvariantViolation: ' : 'LivenessViolation: '
    return said.startsWith(kind) ? [name] : [`${name} (${said})`]
  })
  return check(bare(model)).said.startsWith('Deadlock: ') ? [...said, 'Deadlock'] : said
}
