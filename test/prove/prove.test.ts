import { expect, test } from 'vitest'
import { type Check, type Part } from './check.js'
import { prove } from './prove.js'

const part = (name: string, checks: readonly Check[], missing?: string): Part => ({
  name,
  missing: () => missing,
  async *checks() {
    yield* checks
  },
})

const OK: Check = { name: 'one', ok: true, said: '' }
const FAILED: Check = { name: 'two', ok: false, said: 'it differs' }

/** What is told, and whether nothing failed. */
const told = async (parts: readonly Part[], strict = false): Promise<readonly [boolean, ...string[]]> => {
  const lines: string[] = []
  const proved = await prove(parts, strict, (line) => lines.push(line))
  return [proved, ...lines]
}

test('a line for each check', async () => {
  expect(await told([part('a', [OK, { ...OK, name: 'three', said: '3 states' }])])).toEqual([
    true,
    'ok      a: one',
    'ok      a: three: 3 states',
    '2 ok, 0 failed, 0 skipped',
  ])
})

test('one that fails fails all, and the rest is checked still', async () => {
  expect(await told([part('a', [FAILED, OK]), part('b', [OK])])).toEqual([
    false,
    'FAILED  a: two: it differs',
    'ok      a: one',
    'ok      b: one',
    '2 ok, 1 failed, 0 skipped',
  ])
})

test('what is skipped is told, and fails where nothing may be skipped', async () => {
  const parts = [part('a', [FAILED], 'there is no coqc'), part('b', [OK])]
  const lines = ['skipped a: there is no coqc', 'ok      b: one', '1 ok, 0 failed, 1 skipped']
  expect(await told(parts)).toEqual([true, ...lines])
  expect(await told(parts, true)).toEqual([false, ...lines])
})

test('a part that checks nothing, or comes to no end, fails', async () => {
  const broken: Part = {
    name: 'b',
    missing: () => undefined,
    async *checks() {
      yield OK
      throw new Error('coqc ended with 1')
    },
  }
  expect(await told([part('a', []), broken])).toEqual([
    false,
    'FAILED  a: there was nothing to check',
    'ok      b: one',
    'FAILED  b: coqc ended with 1',
    '1 ok, 2 failed, 0 skipped',
  ])
})

test('the parts go on at the same time, and are told one after the other', async () => {
  const begun: string[] = []
  let goOn = (): void => {}
  const second = new Promise<void>((resolve) => (goOn = resolve))
  const parts = ['a', 'b'].map((name): Part => ({
    name,
    missing: () => undefined,
    async *checks() {
      begun.push(name)
      if (name === 'b') goOn()
      else await second
      yield OK
    },
  }))
  expect(await told(parts)).toEqual([true, 'ok      a: one', 'ok      b: one', '2 ok, 0 failed, 0 skipped'])
  expect(begun).toEqual(['a', 'b'])
})
