import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { NO, type Noun, YES } from '../../nock/index.js'
import { type Death } from './launcher.js'
import { type NameAndTime } from './question.js'
import { type Script, type System } from './system.js'

/** Has the service directory a script of this name that can be run? */
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
 * Pid 0: it could not start.
 */
export const startScript = (
  system: System,
  { name, milliseconds }: NameAndTime,
  directory: string,
  kind: Script,
  args: readonly [program: string, ...string[]],
  ended: (death: Death) => void,
): number => {
  const { processes } = system
  const [program] = args
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
    system.cannotStart(name, program, errno)
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
  const directory = system.directory(its.name)
  if (directory === undefined) return NO
  if (!hasScript(directory, script)) return none
  const pid = startScript(system, its, directory, kind, [`./${script}`], ({ code }) =>
    answer(code === 0 ? YES : NO),
  )
  return pid === 0 ? NO : undefined
}
