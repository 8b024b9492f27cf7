import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Far more than a proof here takes: one that goes on and on fails. */
const LIMIT = 120_000

/** A directory in which Coq compiles files, away from the sources. */
export class Coq {
  readonly directory = mkdtempSync(join(tmpdir(), 'runock-coq-'))

  /**
   * Compiles a file; those that it takes in were compiled before.
   *
   * @returns what Coq prints
   * @throws what Coq says where it does not go through
   */
  async compile(name: string, text: string): Promise<string> {
    writeFileSync(join(this.directory, `${name}.v`), text)
    try {
      const { stdout } = await run('coqc', ['-q', `${name}.v`], { cwd: this.directory, timeout: LIMIT })
      return stdout
    } catch (error) {
      const { stderr, killed } = error as { readonly stderr?: string; readonly killed?: boolean }
      throw new Error(killed === true ? `${name}.v took over ${LIMIT} ms` : stderr?.trim() || String(error))
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}

const run = promisify(execFile)
