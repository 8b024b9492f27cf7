import { NO, YES } from '../../nock/index.js'
import { type NameAndTime, type Question, nameAndTime } from './question.js'
import { hasScript } from './script.js'

/**
 * `[%finish name milliseconds]`: starts the service's finish script with the exit code (-1 after a signal) and the
 * signal of its last process, as runit does. Answered at once; the script is killed when its time is over, or when
 * the next one of the same service starts.
 */
export const finish: Question<NameAndTime> = {
  name: 'finish',
  decode: nameAndTime,
  perform(system, sample) {
    const { name, milliseconds } = nameAndTime(sample)
    const directory = system.directory(name)
    if (directory === undefined || !hasScript(directory, 'finish')) return NO

    const { processes } = system
    const before = system.finishing.get(name)
    if (before !== undefined) processes.kill(before, 9, () => {})
    const { code, signal } = system.lastDeath(name)
    const args = ['./finish', String(code), String(signal)]
    const start = { program: './finish', args, directory, mark: system.mark?.(name, 'finish') }
    const { pid, errno } = processes.launch(start, () => {
      clearTimeout(timer)
      processes.kill(pid, 9, () => {}) // what it started and left
      if (system.finishing.get(name) === pid) system.finishing.delete(name)
    })
    const timer = setTimeout(() => processes.kill(pid, 9, () => {}), milliseconds)
    if (pid === 0) {
      clearTimeout(timer)
      system.cannotStart(name, 'finish', errno)
      return NO
    }
    system.finishing.set(name, pid)
    return YES
  },
}
