import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { nock } from '../../../nock/index.js'
import { loadFormulas } from '../../../runtime/formulas/index.js'
import { type Evaluate, Session } from '../../../runtime/repl/session.js'

const machine: Evaluate = (subject, formula) => Promise.resolve(nock(subject, formula))

/** What is said to each line. */
const dialogue = async (evaluate: Evaluate, ...lines: readonly string[]): Promise<readonly string[]> => {
  const book = loadFormulas()
  const session = new Session(
    E.isRight(book) ? book.right : expect.fail('the formulas do not read'),
    evaluate,
  )
  const said: string[] = []
  for (const line of lines) {
    const { ok, text } = await session.hear(line)
    said.push((ok ? '' : '! ') + text.split('\n')[0]!)
  }
  return said
}

test('a subject, variables, the last product', async () => {
  expect(
    await dialogue(
      machine,
      '[0 1]',
      ':subject [5 6]',
      '[0 3]',
      'x = .*(41 [4 0 1])',
      'f = [4 0 1]',
      '.*(x f)',
      ':vars',
      ':noun',
      ':noun f',
      ':tree',
    ),
  ).toEqual(['0', '[5 6]', '6', 'x is 42', 'f is [4 0 1]', '43', 'x = 42', '43', '[4 0 1]', '1  43'])
})

test('a variable goes before a formula of that name', async () => {
  expect(await dialogue(machine, ':noun state', 'state = 7', ':noun state')).toEqual([
    '[0 14]',
    'state is 7',
    '7',
  ])
})

test('a crash, and what was stopped, leave all as it was', async () => {
  const stopped: Evaluate = () => Promise.resolve('stopped')
  expect(await dialogue(machine, 'x = 1', '.*(x [0 2])', ':noun x')).toEqual([
    'x is 1',
    '! rule 0: there is nothing at axis 2',
    '1',
  ])
  expect(await dialogue(stopped, 'x = 1', 'x = .*(x [4 0 1])', ':noun x')).toEqual([
    'x is 1',
    '! stopped',
    '1',
  ])
})

test('the last evaluation, step by step, and in words', async () => {
  expect(
    await dialogue(
      machine,
      ':step',
      '.*(41 [4 0 1])',
      ':step',
      ':step 2',
      ':step 99',
      ':step x',
      ':step 1000001',
      ':explain',
      ':explain stop',
    ),
  ).toEqual([
    '! nothing was evaluated yet',
    '42',
    '0     «*[41 4 0 1]»',
    '2     «+41»',
    '3     42',
    '! the number of a step: :step 40',
    '! :step goes up to 1000000',
    'one more than',
    'if',
  ])
})

test('jets are told to the evaluation', async () => {
  const asked: boolean[] = []
  const noting: Evaluate = (subject, formula, jets) => {
    asked.push(jets)
    return machine(subject, formula, jets)
  }
  const said = await dialogue(
    noting,
    '[0 1]',
    ':jets off',
    '[0 1]',
    ':jets on',
    '[0 1]',
    ':jets',
    ':jets maybe',
  )
  expect(asked).toEqual([true, false, true])
  expect(said.slice(-2)).toEqual([
    'jets are on; those that compute are used: add dec lth mul sub',
    '! :jets, :jets on or :jets off',
  ])
})

test('commands that want a noun say so', async () => {
  expect(await dialogue(machine, ':noun', ':tree', ':explain', ':tree .*(1 2)', ':tree [1')).toEqual([
    '! a noun: :noun [1 2]',
    '! a noun: :tree [1 2]',
    '! a formula: :explain [4 0 1]',
    '! a noun is wanted here',
    '! line 1, column 1: this bracket is never closed',
  ])
})
