import { statSync } from 'node:fs'
import module from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { quoted } from '../terminal/terminal.js'
import { type Found, jetsIn } from './module-jets.js'
import { thrownText } from './position.js'

/**
 * The jets that modules export; see {@link jetsIn}. What two of them have in common counts once.
 *
 * @param paths of JavaScript files, from the working directory
 * @param onLoad is told which is loaded next
 * @returns what is wrong with one of the modules, otherwise
 */
export const jetsOfModules = async (
  paths: readonly string[],
  onLoad?: (path: string) => void,
): Promise<E.Either<string, readonly Found[]>> => {
  const modules: [string, object][] = []
  for (const path of paths) {
    onLoad?.(path)
    const loaded = await load(path)
    const jets = E.isLeft(loaded) ? loaded : jetsIn(loaded.right)
    if (E.isLeft(jets)) return E.left(`${quoted(path)}: ${jets.left}`)
    if (jets.right.length === 0) return E.left(`${quoted(path)}: ${NO_JET}`)
    modules.push([path, (loaded as E.Right<object>).right])
  }
  return jetsIn(Object.fromEntries(modules))
}

const NO_JET = 'it exports no jet: nothing that defineJet made, and no list of such'

const load = async (path: string): Promise<E.Either<string, object>> => {
  const file = statSync(path, { throwIfNoEntry: false })
  if (file === undefined) return E.left('there is no such file')
  if (file.isDirectory()) return E.left('it is a directory')
  resolveHere()
  return awaited(path, import(pathToFileURL(resolve(path)).href) as Promise<object>)
}

/**
 * What was imported; Node ends quietly when a module awaits what never comes, and a check that ends so has
 * held nothing.
 */
const awaited = async (path: string, imported: Promise<object>): Promise<E.Either<string, object>> => {
  let nothingLeft = (): void => {}
  const never = new Promise<E.Either<string, object>>((settle) => {
    nothingLeft = () => settle(E.left('it awaits something that never comes'))
  })
  process.once('beforeExit', nothingLeft)
  try {
    return await Promise.race([never, imported.then((exported) => E.right(exported))])
  } catch (thrown) {
    return E.left(`it does not load: ${thrownText(thrown, [path])}`)
  } finally {
    process.off('beforeExit', nothingLeft)
  }
}

let resolves = false

/**
 * From now on `runock/…` is this very package, whoever imports it: nouns and crashes are known by their
 * classes, and another copy of the package would have others. (Node before 20.6 has no such hook: there the
 * module needs this copy.)
 */
const resolveHere = (): void => {
  if (resolves) return
  resolves = true
  const { register } = module as Partial<typeof module>
  register?.(new URL('./resolve-here.js', import.meta.url))
}
