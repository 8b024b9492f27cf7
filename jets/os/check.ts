import { NO, YES } from '../../nock/index.js'
import { type NameAndTime, type Question, nameAndTime } from './question.js'
import { hasScript } from './script.js'

/**
 * `[%check name milliseconds]`: runs the service's check script. Answered when it has ended, yes if with 0, or when
 * its time is over, no; yes, at once, when there is no such script.
 */
export const check: Question<NameAndTime> = {
  name: 'check',
  decode: nameAndTime,
  perform(system, sample, answer) {
    const { name, milliseconds } = nameAndTime(sample)
    const directory = system.directory(name)
    if (directory === undefined) return NO
    if (!hasScript(directory, 'check')) return YES

    const { processes } = system
    const start = { program: './check', args: ['./check'], directory, mark: system.mark?.(name, 'check') }
    const { pid, errno } = processes.launch(start, ({ code }) => {
      clearTimeout(timer)
      processes.kill(pid, 9, () => {}) // what it started and left
      answer(code === 0 ? YES : NO)
    })
    const timer = setTimeout(() => {
      processes.kill(pid, 9, () => {})
      answer(NO)
    }, milliseconds)
    if (pid === 0) {
      clearTimeout(timer)
      system.cannotStart(name, 'check', errno)
      return NO
    }
    return undefined
  },
}
