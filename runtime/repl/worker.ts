import { parentPort, workerData } from 'node:worker_threads'
import { arithmeticJets } from '../../jets/index.js'
import { jamBytes, nock } from '../../nock/index.js'
import { type Asked, type Reply, unjammed } from './evaluation.js'

// Beside the terminal: evaluates what it is started with, and tells what that came to.

const { subject, formula, jets } = workerData as Asked
const done = nock(unjammed(subject), unjammed(formula), jets ? { jets: arithmeticJets } : {})
const reply: Reply =
  done._tag === 'Right'
    ? { product: jamBytes(done.right) }
    : {
        crash: { why: done.left.why, rule: done.left.rule, axis: done.left.axis },
        noun: jamBytes(done.left.noun),
        formula: jamBytes(done.left.formula),
      }
parentPort!.postMessage(reply)
