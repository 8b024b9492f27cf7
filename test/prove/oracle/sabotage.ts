import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Evaluate } from '../../_kit/outcome.js'

/** A reference interpreter that is wrong in one place. */
export interface Sabotage {
  /** What is wrong with it, in words. */
  readonly name: string
  /** The module of `nock/`, and what of its built text is put for what. */
  readonly file: 'reference' | 'axis' | 'edit' | 'equal'
  readonly before: string
  readonly after: string
}

/** `nock/` as it is built beside this module. */
const BUILT = fileURLToPath(new URL('../../../nock', import.meta.url))

/**
 * A built module's text with the sabotage in it.
 *
 * @throws Error where what it is to be put for is not there exactly once
 */
export const sabotaged = ({ name, before, after }: Sabotage, text: string): string => {
  const places = text.split(before).length - 1
  if (places !== 1) throw new Error(`sabotage: ${name}: its place is there ${places} times`)
  return text.replace(before, () => after)
}

/** The sabotaged reference: modules of its own, on the nouns of everyone else. */
export const sabotagedReference = async (sabotage: Sabotage, directory: string): Promise<Evaluate> => {
  mkdirSync(directory)
  for (const file of readdirSync(BUILT).filter((name) => name.endsWith('.js'))) {
    const [from, to] = [join(BUILT, file), join(directory, file)]
    if (file === `${sabotage.file}.js`) writeFileSync(to, sabotaged(sabotage, readFileSync(from, 'utf8')))
    else if (file === 'reference.js' || file === 'edit.js') copyFileSync(from, to)
    else symlinkSync(from, to)
  }
  const module: { reference: Evaluate } = await import(pathToFileURL(join(directory, 'reference.js')).href)
  return module.reference
}
