import { cord } from '../../../nock/index.js'
import { namer } from '../../../runtime/formulas/index.js'
import { FIRST, Journal } from '../../../runtime/journal/index.js'
import { book } from '../../_kit/book.js'
import { DOWN, UP, sv } from '../../_kit/story.js'
import { decisionOf } from './decisions.js'

/** A journal in which everything has its second. */
const journal = (): string => {
  let text = ''
  let seconds = 0
  const to = new Journal({
    sink: { write: (line) => ((text += line), true), nextFile: () => {} },
    end: { number: 1, chain: FIRST, size: 0 },
    now: () => new Date(Date.UTC(2026, 10, 23, 6, 0, seconds++)),
    nameOf: namer(book),
    all: false,
    size: Infinity,
  })
  to.start({ runock: '0.1.0', pid: 1, directory: '/services', torn: 0 })
  to.took(DOWN, 'new')
  to.took({ ...DOWN, name: cord('db') }, 'new')
  to.decided(decisionOf(sv, 'supervise', DOWN, 7))
  to.decided(decisionOf(sv, 'supervise', UP, 'no', 'yes', 'no', 8))
  to.decided(decisionOf(sv, 'd', { ...UP, pid: 8 }, 'no'))
  return text
}

export const JOURNAL = journal()
/** A shell command that makes the file decisions.jsonl. */
export const MAKE = `echo ${Buffer.from(JOURNAL).toString('base64')} | base64 -d > decisions.jsonl`
