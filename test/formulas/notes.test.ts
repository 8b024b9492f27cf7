import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SABOTAGES } from '../prove/oracle/sabotages.js'
import { COUNTS } from '../prove/tla/counts.js'
import { readMutants } from '../prove/tla/mutants.js'

// The two notes in formulas/spec name files, theorems and figures: all of them are there.

const spec = join(import.meta.dirname, '../../formulas/spec')
const textOf = (file: string): string => readFileSync(join(spec, file), 'utf8')

const theorems = new Set(
  readdirSync(join(spec, 'coq'))
    .filter((file) => file.endsWith('.v'))
    .flatMap((file) => [...textOf(`coq/${file}`).matchAll(/^(?:Theorem|Corollary) (\w+)/gm)])
    .map(([, name]) => name!),
)

describe.each(['runit-clj-nock.md', 'runit.jet.md'])('%s', (note) => {
  const text = textOf(note)

  test('every file that it names is there', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((target) => !existsSync(join(spec, target)))).toEqual([])
  })

  test('every theorem that it names is one', () => {
    const names = [...text.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !theorems.has(name))).toEqual([])
  })
})

test('the equivalence note has every claim of the specification, and every line of its checklist', () => {
  const text = textOf('runit-clj-nock.md')
  for (const claim of ['Two-State Machine', 'Immediate Restart', 'Stateless Services'])
    expect(text).toMatch(new RegExp(`^\\| Claim \\d: ${claim}`, 'm'))
  for (const property of ['Immediate Kill', 'Immediate Restart', 'No State Persistence'])
    expect(text).toMatch(new RegExp(`^\\| Property \\d, ${property}`, 'm'))
  const list = text.slice(text.indexOf('## Its checklist'))
  expect([...list.matchAll(/^\| ([^:|]+): .* \| \[/gm)].map(([, line]) => line)).toEqual([
    'Clojure Spec',
    'test.check',
    'Equivalence tests',
    'TLA+ spec',
    'Coq proof',
    'Chaos tests',
  ])
})

test('its figures are those that are checked', () => {
  const text = textOf('runit-clj-nock.md')
  expect(text).toContain(`${COUNTS.runit.states} distinct states`)
  expect(text).toContain(`${COUNTS.runit_timed.states} distinct states`)
  expect(text).toContain(`${COUNTS.runit.courses} ways`)
  expect(text).toContain(`${readMutants().length} wrong models`)
  expect(text).toContain(`${SABOTAGES.length} sabotaged references`)
})
