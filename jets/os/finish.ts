import { NO, YES } from '../../nock/index.js'
import { type NameAndTime, type Question, nameAndTime } from './question.js'
import { startScript } from './script.js'

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
    const { processes, finishing } = system
    const { code, signal } = system.lastDeath(name)
    const waiting: (() => void)[] = []
    const pid = startScript(system, its, 'finish', ['finish', `${code}`, `${signal}`], () => {
      if (finishing.get(name)?.pid === pid) finishing.delete(name)
      for (const ended of waiting) ended()
    })
    if (!pid) return NO
    const before = finishing.get(name)
    if (before !== undefined) processes.kill(before.pid, 9, () => {})
    finishing.set(name, { pid, waiting })
    return YES
  },
}
