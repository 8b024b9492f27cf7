import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const require = createRequire(import.meta.url)

/** Where this package lies: its formulas and examples are files in it. The same from the sources and from the build. */
export const packageRoot = (): string => dirname(require.resolve('runock/package.json'))

/** Its version. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(require.resolve('runock/package.json'), 'utf8')) as { version: string }).version
