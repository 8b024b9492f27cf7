import { type Atom, type Noun, isCell } from '../../nock/index.js'
import { Malformed, type Question } from './question.js'
import { type System } from './system.js'

/** @throws Malformed when it is none */
export const decode = (name: Noun): Atom => {
  if (isCell(name)) throw new Malformed()
  return name
}

/** `[%spawn name]`: starts the service's run script. Answered at once, with its pid, or 0: it could not start. */
export const spawn: Question<Atom> = {
  name: 'spawn',
  decode,
  perform: (system, sample) => startRun(system, decode(sample)),
}

const startRun = (system: System, name: Atom): number => {
  const directory = system.directory(name)
  if (directory === undefined) return 0
  // Should a decision have failed after it had spawned, the service has its process: there is never a second one.
  const before = system.lastPid(name)
  if (system.processes.isAlive(before)) return before
  const mark = system.mark?.(name, 'run')
  const streams = system.streams?.(name, 'run')
  const start = { program: './run', args: ['./run'], directory, mark, ...streams }
  const launched = system.processes.launch(start, (death) => system.died(name, death))
  if (launched.pid === 0) {
    system.cannotStart(name, 'run', launched.errno)
    return 0
  }
  system.started(name, launched.pid)
  return launched.pid
}
