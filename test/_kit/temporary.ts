import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A directory that goes with the tests of the file. */
export const temporary = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
