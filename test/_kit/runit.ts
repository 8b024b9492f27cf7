import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeService } from '../runtime/supervise/service.js'
import { statusOf } from '../runtime/sv/runit.js'
import { type Files, groupOf, signal, until } from './supervised.js'

export { HAS_RUNIT } from '../runtime/sv/runit.js'

/**
 * Debian's runit on a temporary directory of services: a `runsvdir`, and a `runsv` for each service.
 *
 * @example
 * await using tree = await runit({ web: { run: SLEEPS } })
 */
export const runit = async (services: Readonly<Record<string, Files>>): Promise<RunitTree> => {
  const tree = new RunitTree(services)
  for (const name of Object.keys(services)) {
    await until(`a runsv of ${name}`, () => statusOf(tree.path(name)) !== undefined)
  }
  return tree
}

/** As much of it as a `Tree` of ours has, too. */
export class RunitTree {
  readonly directory = mkdtempSync(join(tmpdir(), 'runit-'))
  /** What the services wrote so far. */
  stdout = ''
  private readonly runsvdir: ChildProcess
  /** It has ended, and so has everybody else who could write to its output. */
  private readonly closed: Promise<unknown>

  constructor(services: Readonly<Record<string, Files>>) {
    for (const [name, files] of Object.entries(services)) makeService(this.path(name), files)
    // with a process group of its own, which each `runsv` and each service stays in
    this.runsvdir = spawn('runsvdir', [this.directory], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.runsvdir.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()))
    this.closed = once(this.runsvdir, 'close')
  }

  path(...parts: readonly string[]): string {
    return join(this.directory, ...parts)
  }

  /** Every living process of it: `runsvdir`, each `runsv`, the services. */
  processes(): readonly number[] {
    return groupOf(this.runsvdir.pid!)
  }

  /** Nothing of it is left behind, whatever the test has come to. */
  async [Symbol.asyncDispose](): Promise<void> {
    signal(-this.runsvdir.pid!, 'SIGKILL')
    await this.closed
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
