import { YES, cord } from '../../nock/index.js'
import { type Decision } from '../supervision/step.js'

/**
 * Did a decision find all well? It changed nothing, and asked no more than whether the process is alive, which it was.
 * There is one of these for each service at each sweep.
 */
export const isQuiet = ({ before, after, failure, tape }: Decision): boolean =>
  failure === undefined &&
  before.state === after.state &&
  before.pid === after.pid &&
  tape.every(
    ({ head: request, tail: answer }) =>
      answer === YES && typeof request === 'object' && request.head === ALIVE,
  )

const ALIVE = cord('alive')
