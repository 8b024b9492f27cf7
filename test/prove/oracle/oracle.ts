import { execFile, spawn, spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../../runtime/package.js'

/** The evaluator of formulas/spec/coq/Nock.v, extracted to OCaml and built. */
export interface Oracle {
  /** What each of these lines comes to, in their order; see main.ml. */
  readonly ask: (lines: readonly string[]) => Promise<readonly string[]>
  readonly close: () => void
}

/** The tool that this takes and that is not there. */
export const missing = (): string | undefined => {
  const lacking = ['coqc', 'ocamlopt'].find((tool) => spawnSync(tool, ['-version']).error !== undefined)
  return lacking === undefined ? undefined : `there is no ${lacking} (Debian: coq, ocaml-nox)`
}

const COQ = join(packageRoot(), 'formulas/spec/coq')
const HERE = join(packageRoot(), 'test/prove/oracle')
const run = promisify(execFile)

/**
 * Builds it, in a directory of its own.
 *
 * @param fuel reductions inside one another, at most
 */
export const buildOracle = async (fuel: number): Promise<Oracle> => {
  const cwd = mkdtempSync(join(tmpdir(), 'runock-oracle-'))
  const close = (): void => rmSync(cwd, { recursive: true, force: true })
  try {
    for (const file of ['Nock.v', 'Extract.v']) {
      copyFileSync(join(COQ, file), join(cwd, file))
      await run('coqc', ['-q', file], { cwd })
    }
    copyFileSync(join(HERE, 'main.ml'), join(cwd, 'main.ml'))
    await run('ocamlopt', ['-o', 'oracle', 'oracle.mli', 'oracle.ml', 'main.ml'], { cwd })
  } catch (error) {
    close()
    throw error
  }
  return { ask: (lines) => ask(cwd, fuel, lines), close }
}

/** Some hundred times what it takes, in milliseconds: it compares nouns cell by cell, so one pair might take for ever. */
const LIMIT = 120_000

/** By files, so that it goes on while we do something else. */
const ask = (cwd: string, fuel: number, lines: readonly string[]): Promise<readonly string[]> => {
  const [questions, answers] = [join(cwd, 'questions'), join(cwd, 'answers')]
  writeFileSync(questions, lines.map((line) => line + '\n').join(''))
  const [from, to] = [openSync(questions, 'r'), openSync(answers, 'w')]
  const oracle = spawn(join(cwd, 'oracle'), [String(fuel)], {
    stdio: [from, to, 'inherit'],
    timeout: LIMIT,
  })
  closeSync(from)
  closeSync(to)
  return new Promise((resolve, reject) => {
    oracle.on('error', reject)
    oracle.on('close', (code, signal) => {
      if (code !== 0) return reject(new Error(`the oracle ended with ${signal ?? code}`))
      const said = readFileSync(answers, 'utf8').trimEnd().split('\n')
      if (said.length === lines.length) resolve(said)
      else reject(new Error(`the oracle answered ${said.length} of ${lines.length}`))
    })
  })
}
