import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { left, right } from '../../../nock/index.js'
import { runWithArguments } from '../../../runtime/command/arguments.js'
import { type Description, type Options, type Positionals } from '../../../runtime/command/description.js'
import { plainValues } from '../../../runtime/command/define.js'
import { steps } from '../../../runtime/command/steps.js'

const options = {
  json: { about: '' },
  noJets: { about: '' },
  budget: { about: '', value: 'N', decode: steps },
  formulas: {
    about: '',
    value: 'DIR',
    decode: (text: string) => (text === '' ? left('a name') : right(text)),
  },
} as const

const forms: readonly Positionals[] = [
  {},
  { subject: { about: '' }, formula: { about: '' } },
  { formula: { about: '', many: true } },
  { file: { about: '' }, rest: { about: '', many: 'or none' } },
]

const words = fc.constantFrom(
  '1',
  '[4 0 1]',
  '-',
  '',
  'true',
  '1e6',
  '--json',
  '--no-jets',
  '--noJets',
  '--budget',
  '--formulas',
  '--json=true',
  '--budget=7',
  '--other',
  '-j',
  '--',
)

const complete = fc.constantFrom(['--budget', '7'], ['--formulas', 'mine'], ['--json'], ['--no-jets'])

/** Mostly right. */
const lines = fc
  .array(fc.oneof({ weight: 3, arbitrary: complete }, fc.tuple(words)), { maxLength: 6 })
  .map((parts) => parts.flat())

test('a command line that cmd-ts is not asked for has the values that it would give', async () => {
  let asked = 0
  let notAsked = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forms), lines, async (positionals, argv) => {
      let given: unknown
      const description: Description<Positionals, Options> = {
        name: 'any',
        about: '',
        examples: [],
        positionals,
        options,
        run: (values) => {
          given = values
          return Promise.resolve(right(0))
        },
      }
      const values = plainValues(description, argv)
      if (values === undefined) return void asked++
      const done = await runWithArguments(description, argv)
      expect(done._tag).toBe('Right')
      expect(values).toStrictEqual(given)
      if (argv.some((word) => word.startsWith('--'))) notAsked++
    }),
    { numRuns: 2000 },
  )
  expect(asked).toBeGreaterThan(100)
  expect(notAsked).toBeGreaterThan(50)
})
