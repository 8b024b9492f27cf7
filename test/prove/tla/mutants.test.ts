import { expect, test } from 'vitest'
import { claimsOf, constantOf, namesOf, only, readModel } from './model.js'
import { broken, mutantOf, readMutants } from './mutants.js'

test('a dozen of each kind and more, each wrong in one place', () => {
  const mutants = readMutants()
  expect(mutants.length).toBeGreaterThan(12)
  expect(new Set(mutants.map(({ of }) => of))).toEqual(new Set(['runit', 'runit_timed']))
  for (const { about, breaks } of mutants) {
    expect(about).toMatch(/^[A-Z"].*[.)]$/)
    expect(breaks).not.toEqual([])
  }
})

test('a mutant is the model with other lines', () => {
  const { model, breaks } = mutantOf(
    'late',
    `It looks late.\nof: runit_timed\nbreaks: WithinASecond\n-   Period = 15\n+   Period = 18\n`,
  )
  const { module, cfg } = readModel('runit_timed')
  expect(model).toEqual({ module, cfg: cfg.replace('Period = 15', 'Period = 18') })
  expect(constantOf(model, 'Period')).toBe(18)
  expect(breaks).toEqual(['WithinASecond'])
})

test('one that changes nothing is none', () => {
  const text = (before: string): string => `Nothing.\nof: runit\nbreaks: UpIffPid\n${before}`
  expect(() => mutantOf('a', text('- Init == FALSE\n+ Init == TRUE\n'))).toThrow('is in runit 0 times')
  expect(() => mutantOf('a', text('+ Init == TRUE\n'))).toThrow('mutant a')
  expect(() => mutantOf('a', 'Nothing.\nbreaks: UpIffPid\n')).toThrow('there is no line of:')
})

test('what is right breaks nothing, and nothing of it is left unnamed', () => {
  const model = readModel('runit')
  const { invariants, properties } = namesOf(model)
  expect(broken(model)).toEqual([])
  expect([...claimsOf(model).keys()]).toEqual([...invariants, ...properties])
  expect(namesOf(only(model, 'RestartInvariant'))).toEqual({
    invariants: [],
    properties: ['RestartInvariant'],
  })
  expect(namesOf(only(model, 'UpIffPid'))).toEqual({ invariants: ['UpIffPid'], properties: [] })
})
