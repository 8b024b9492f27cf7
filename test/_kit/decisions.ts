import { cell, cord, type Noun } from '../../nock/index.js'
import { type Service } from '../../runtime/supervision/service.js'
import { type Decision } from '../../runtime/supervision/step.js'
import { formulaOf } from './book.js'

const service = (name: string, pid: number): Service => ({ name: cord(name), state: pid === 0 ? 0 : 1, pid })

/** A look at a service that was down: it is started, under this pid, or cannot be (0). */
export const started = (name: string, pid: number): Decision => ({
  event: 'supervise',
  formula: formulaOf('supervise'),
  before: service(name, 0),
  tape: [cell(cell(cord('spawn'), cord(name)), pid)],
  after: service(name, pid),
  failure: undefined,
})

/** A look at a service that is up: its process lives. */
export const allWell = (name: string, pid: number): Decision => ({
  event: 'supervise',
  formula: formulaOf('supervise'),
  before: service(name, pid),
  tape: [cell(cell(cord('alive'), pid), 0)],
  after: service(name, pid),
  failure: undefined,
})

/** A service is taken down, unless the kill is not permitted. */
export const stopped = (name: string, pid: number, permitted = true): Decision => ({
  event: 'd',
  formula: formulaOf('stop'),
  before: service(name, pid),
  tape: permitted
    ? [cell(cell(cord('kill'), 9, pid), 0), cell(cell(cord('finish'), cord(name), 5000), 1)]
    : [cell(cell(cord('kill'), 9, pid), 1)],
  after: service(name, permitted ? 0 : pid),
  failure: permitted
    ? undefined
    : {
        why: 'crash',
        crash: { why: 'axis', rule: 0, axis: 0, noun: 0 as Noun, formula: cell(0, 0) },
      },
})

export const downService = (name: string): Service => service(name, 0)
