import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Status } from '../../../runtime/supervise/status.js'

/** Keeps something to be done when a test has ended; concurrent tests have each their own. */
export type Finished = (act: () => void | Promise<void>) => void

/** A directory for one test, gone when the test is. */
export const temporaryDirectory = (finished: Finished = onTestFinished): string => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  finished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Makes a service directory out of its files; `run` and other scripts become executable. */
export const makeService = (directory: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(directory, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const file = join(directory, name)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 })
  }
  return directory
}

/** Looks again and again until it is so; the test's own time limit ends it. */
export const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** Runs for `seconds`, with process 4242. */
export const running = (seconds = 0): Status => ({
  since: Date.now() - seconds * 1000,
  pid: 4242,
  paused: false,
  want: 'up',
  gotTerm: false,
  state: 'run',
})
