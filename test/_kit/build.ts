import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds the program and its page once, before all tests: those of the command line run what users run. */
export const setup = (): void => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const run = (...words: readonly string[]) =>
    execFileSync(process.execPath, words, { cwd: root, stdio: 'inherit' })
  run('node_modules/typescript/bin/tsc', '-p', '.')
  run('.dist/runtime/playground/build.js', '.dist/playground')
}
