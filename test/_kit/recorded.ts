import { Cell, NO, cell, cord } from '../../nock/index.js'
import { Journal } from '../../runtime/journal/journal.js'
import { FIRST } from '../../runtime/journal/chain.js'
import { namer } from '../../runtime/formulas/name.js'
import { type Decision } from '../../runtime/supervision/step.js'
import { book } from './book.js'
import { downService, started, stopped } from './decisions.js'
import { type Body, bodiesOf } from './sealed.js'

/** A look at a service whose process has died: it is up again under another pid. */
const died = (name: string, before: number, after: number): Decision => {
  const { tape: killed } = stopped(name, before)
  const { formula, tape: spawned, after: service } = started(name, after)
  const wasAlive = new Cell(cell(cord('alive'), before), NO)
  return {
    event: 'supervise',
    formula,
    before: started(name, before).after,
    tape: [wasAlive, ...killed, ...spawned],
    after: service,
    failure: undefined,
  }
}

/**
 * The lines of a day on which little happened: web was started as 41, died and came up as 42; db could not be started,
 * then could, as 43; its stop was not permitted, then was.
 */
export const quietDay = (): readonly Body[] => {
  let text = ''
  let seconds = 0
  const journal = new Journal({
    sink: {
      write: (line) => {
        text += line
        return true
      },
      nextFile: (head) => void (text += head),
    },
    end: { number: 1, chain: FIRST, size: 0 },
    now: () => new Date(Date.UTC(2026, 10, 23, 6, 0, seconds++)),
    nameOf: namer(book),
    all: false,
    size: Infinity,
  })
  journal.start({ runock: '0.1.0', pid: 40, directory: '/etc/service', torn: 0 })
  journal.took(downService('web'), 'new')
  journal.decided(started('web', 41))
  journal.took(downService('db'), 'new')
  journal.decided(started('db', 0))
  journal.decided(died('web', 41, 42))
  journal.decided(started('db', 43))
  journal.decided(stopped('db', 43, false))
  journal.decided(stopped('db', 43))
  journal.left(downService('db'))
  journal.close()
  return bodiesOf(text)
}
