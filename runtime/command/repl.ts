import { left, right } from '../../nock/either.js'
import { EXIT, badData } from '../terminal/failure.js'
import { print } from '../terminal/terminal.js'
import { define } from './define.js'
import { reading } from './nouns.js'

export const command = define({
  name: 'repl',
  about:
    'Evaluates what you type: a formula on the subject, or .*(subject formula) as Urbit writes it. Variables,\n' +
    ':subject, :step, :tree, :explain; :help tells the rest. Ctrl-C stops what does not end, Ctrl-D leaves.\n' +
    'What comes by a pipe is evaluated line by line; the exit code is 1 if one of them went wrong.',
  examples: [
    ['runock repl', '> .*(41 [4 0 1])'],
    ["echo '.*(1.000 dec)' | runock repl", '999'],
  ],
  positionals: {},
  options: { ...reading },
  run: async ({ formulas }) => {
    const { loadFormulas, showFormulaError } = await import('../formulas/index.js')
    const book = loadFormulas(formulas === undefined ? [] : [formulas])
    if (book._tag === 'Left') return left(badData(showFormulaError(book.left)))
    const { Evaluation } = await import('../repl/evaluation.js')
    const { Session } = await import('../repl/session.js')
    const { converse } = await import('../repl/terminal.js')
    const evaluation = new Evaluation()
    const session = new Session(book.right, (...what) => evaluation.evaluate(...what))
    if (process.stdin.isTTY && process.stdout.isTTY) print('Nock 4K; :help tells what can be typed\n')
    return right((await converse(session, evaluation, 'runock repl')) ? EXIT.ok : EXIT.crash)
  },
})
