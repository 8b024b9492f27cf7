import { expect, test } from 'vitest'
import { Soon } from '../../../runtime/supervision/soon.js'

const turn = () => new Promise((next) => setImmediate(next))

test('each once, in order, and not at once', async () => {
  const done: string[] = []
  const soon = new Soon<string>((one) => done.push(one))
  for (const one of ['a', 'b', 'a']) soon.add(one)
  expect(done).toEqual([])
  await turn()
  expect(done).toEqual(['a', 'b'])
})

test('who is named while it acts comes next', async () => {
  const done: string[] = []
  const soon = new Soon<string>((one) => {
    done.push(one)
    if (done.length < 3) soon.add('a')
  })
  soon.add('a')
  await turn()
  expect(done).toEqual(['a'])
  await turn()
  await turn()
  expect(done).toEqual(['a', 'a', 'a'])
})
