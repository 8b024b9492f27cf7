import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../runtime/package.js'

/** Where the models, and the mutants of them, lie. */
export const SPEC = join(packageRoot(), 'formulas/spec')

/** A TLA+ module, and what TLC's configuration says of it. */
export interface Model {
  readonly module: string
  readonly cfg: string
}

/** Reads `NAME.tla` and `NAME.cfg`. */
export const readModel = (name: string): Model => {
  const [module, cfg] = ['tla', 'cfg'].map((ending) => readFileSync(join(SPEC, `${name}.${ending}`), 'utf8'))
  return { module: module!, cfg: cfg! }
}

/** A line of a configuration that names what has to hold. */
const NAMES = /^(INVARIANT|PROPERT)(?:S|Y|IES)? (.+)$/gm

/** What has to hold, by name: of every state, and of every behaviour. */
export const namesOf = ({ cfg }: Model): { readonly invariants: string[]; readonly properties: string[] } => {
  const lines = [...cfg.matchAll(NAMES)]
  const names = (kind: string): string[] =>
    lines.filter(([, one]) => one === kind).flatMap(([, , named]) => named!.trim().split(/\s+/))
  return { invariants: names('INVARIANT'), properties: names('PROPERT') }
}

/** The same model, of which nothing has to hold. */
export const bare = (model: Model): Model => ({ ...model, cfg: model.cfg.replaceAll(NAMES, '') })

/** The same model, of which one name alone has to hold: a checker stops at the first that does not. */
export const only = (model: Model, name: string): Model => {
  const kind = namesOf(model).properties.includes(name) ? 'PROPERTY' : 'INVARIANT'
  return { ...model, cfg: `${bare(model).cfg}\n${kind} ${name}\n` }
}

/** The names that the last section of a module defines, "What holds", each with its definition. */
export const claimsOf = ({ module }: Model): ReadonlyMap<string, string> => {
  const section = module.slice(module.lastIndexOf('\n---'))
  const claims = section.matchAll(/^(\w+)\s+==\s+([^]+?)(?=\n\n|\n=|\n\w+\s+==)/gm)
  return new Map([...claims].map(([, name, definition]) => [name!, definition!]))
}

/** A constant's value. */
export const constantOf = ({ cfg }: Model, name: string): number => {
  const value = new RegExp(`\\b${name} = (\\d+)`).exec(cfg)?.[1]
  if (value === undefined) throw new Error(`the configuration has no constant ${name}`)
  return Number(value)
}
