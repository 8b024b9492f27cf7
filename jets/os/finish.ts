import { NO, YES } from '../../nock/index.js'
import { type NameAndTime, type Question, nameAndTime } from './question.js'
import { hasScript, startScript } from './script.js'

/**
 * `[%finish name milliseconds]`: starts the service's finish script with the exit code (-1 after a signal) and the
 * signal of its last process, as runit does. Answered at once; the script is killed when its time is over, or when
 * the next one of the same service starts.
 */
export const finish: Question<NameAndTime> = {
  name: 'finish',
  decode: nameAndTime,
  perform(system, sample) {
    const its = nameAndTime(sample)
    const { name } = its
    const directory = system.directory(name)
    if (directory === undefined || !hasScript(directory, 'finish')) return NO

    const { processes, finishing } = system
    const before = finishing.get(name)
    if (before !== undefined) processes.kill(before, 9, () => {})
    const { code, signal } = system.lastDeath(name)
    const args = ['./finish', String(code), String(signal)] as const
    const pid = startScript(system, its, directory, 'finish', args, () => {
      if (finishing.get(name) === pid) finishing.delete(name)
    })
    if (pid === 0) return NO
    finishing.set(name, pid)
    return YES
  },
}
