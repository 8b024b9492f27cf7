import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { NO, type Noun, YES } from '../../nock/index.js'
import { type Death } from './launcher.js'
import { type NameAndTime } from './question.js'
import { type Script, type System } from './system.js'

/** Has a directory a script of this name that can be run? */
export const hasScript = (directory: string, script: string): boolean => {
  try {
    accessSync(join(directory, script), constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Starts a script of a service's directory; it is killed when its time is over, and what it left when it has ended.
 *
 * @returns its pid; 0: it could not start; undefined: there is none that can be run
 */
export const startScript = (
  system: System,
  { name, milliseconds }: NameAndTime,
  kind: Script,
  [script, ...rest]: readonly [script: string, ...string[]],
  ended: (death: Death) => void,
): number | undefined => {
  const { processes } = system
  const directory = system.directory(name)
  if (directory === undefined) return 0
  if (!hasScript(directory, script)) return undefined
  const program = `./${script}`
  const args = [program, ...rest]
  const mark = system.mark?.(name, kind)
  const start = { program, args, directory, mark, ...system.streams?.(name, kind) }
  const kill = (): void => void processes.kill(pid, 9, () => {})
  const { pid, errno } = processes.launch(start, (death) => {
    clearTimeout(timer)
    kill()
    ended(death)
  })
  const timer = setTimeout(kill, milliseconds)
  if (pid === 0) {
    clearTimeout(timer)
    system.cannotStart(name, script, errno)
  }
  return pid
}

/**
 * Runs a script of a service: did it end with 0? Answered when it has ended, or been killed; at once when it cannot run.
 *
 * @param none what is answered when there is no such script
 */
export const runScript = (
  system: System,
  its: NameAndTime,
  kind: Script,
  script: string,
  none: Noun,
  answer: (answer: Noun) => void,
): Noun | undefined => {
  const pid = startScript(system, its, kind, [script], ({ code }) => answer(code === 0 ? YES : NO))
  return pid === undefined ? none : pid === 0 ? NO : undefined
}
