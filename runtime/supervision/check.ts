import { basename, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { Processes, type System, launcher } from '../../jets/index.js'
import { Cell, type Noun, YES, cord } from '../../nock/index.js'
import { loadFormulas, showFormulaError } from '../formulas/index.js'
import { decider, type Entry } from './decide.js'
import { readPolicy } from './policy.js'
import { questionOf } from './question-of.js'
import { down } from './service.js'
import { whyNot } from './why-not.js'

/**
 * Does a service's check script say that it is healthy? What the policy's row for %check evaluates to, asked and
 * answered here, in the client, as runit's `sv` does it too. A script that cannot be started says no, and `complain`
 * is told why.
 */
export const runCheck = async (directory: string, complain: (why: string) => void): Promise<boolean> => {
  const book = loadFormulas()
  if (E.isLeft(book)) throw new Error(showFormulaError(book.left))
  const policy = readPolicy(book.right.get('sv') ?? 0)
  const formula = E.isRight(policy) ? policy.right.get('check')?.formula : undefined
  if (formula === undefined) throw new Error('formulas/sv.nock has no row for %check')

  const path = resolve(directory)
  const processes = new Processes(launcher())
  const system: System = {
    processes,
    finishing: new Map(),
    directory: () => path,
    killTree: () => true,
    lastStart: () => -Infinity,
    lastPid: () => 0,
    lastDeath: () => ({ code: 0, signal: 0 }),
    started: () => {},
    died: () => {},
    cannotStart: (_, script, errno) => complain(whyNot(path, script, errno)),
  }
  const decide = decider()
  const service = down(cord(basename(path)))
  const tape: Entry[] = []
  try {
    for (;;) {
      let answered: (answer: Noun) => void = () => {}
      const answer = new Promise<Noun>((done) => (answered = done))
      const outcome = decide(formula, service, tape, (request) =>
        questionOf(request)?.perform(system, request.tail, answered),
      )
      if (outcome._tag !== 'Asked') return outcome._tag === 'Decided' && outcome.rest === YES
      tape.push(new Cell(outcome.request, await answer))
    }
  } finally {
    processes.close()
  }
}
