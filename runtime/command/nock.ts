import { type Crash } from '../../nock/crash.js'
import { left, right } from '../../nock/either.js'
import { type Noun } from '../../nock/noun.js'
import { type Jets } from '../../nock/jet.js'
import { mug } from '../../nock/mug.js'
import { type PrintOptions, printNoun } from '../../nock/print.js'
import { define } from './define.js'
import { EXIT, crashed, misused } from '../terminal/failure.js'
import { NOUN, printed, printing, readNouns, reading } from './nouns.js'
import { steps } from './steps.js'
import { print } from '../terminal/terminal.js'

export const command = define({
  name: 'nock',
  about:
    'Evaluates FORMULA on SUBJECT and prints the product.\nA crash is told on stderr, and the exit code is 1.',
  examples: [
    ["runock nock 41 '[4 0 1]'", '42'],
    ["runock nock --cords '[%web 0 0]' '[0 2]'", '%web'],
    ['echo 1.000.000 | runock nock --dots - dec', '999.999'],
    ["runock nock --json 0 '[1 2 3]'", '{"product":"[2 3]","mug":195971239}'],
  ],
  positionals: {
    subject: { about: NOUN },
    formula: { about: 'likewise' },
  },
  options: {
    reference: { about: 'evaluate by the reference interpreter: the rules as the definition has them' },
    jets: { about: 'use the jets for arithmetic: so does the machine unless told otherwise' },
    noJets: { about: 'use none; the reference interpreter never does' },
    budget: { about: 'crash after N steps: 1000000, 1.000.000 or 1e6', value: 'N', decode: steps },
    json: { about: 'print {"product","mug"} or {"crash":{"why","rule","axis","noun","formula"}}' },
    ...printing,
    ...reading,
  },
  run: async ({ subject, formula, reference, jets, noJets, budget, json, formulas, ...shape }) => {
    if (jets && noJets) return left(misused('--jets or --no-jets, not both'))
    if (jets && reference) return left(misused('the reference interpreter takes no jets'))
    const words = [
      ['SUBJECT', subject],
      ['FORMULA', formula],
    ] as const
    const nouns = await readNouns(words, formulas)
    if (nouns._tag === 'Left') return nouns
    const [a, f] = nouns.right as [Noun, Noun]
    const limits = budget === undefined ? {} : { budget: { steps: budget } }
    const done = reference
      ? (await import('../../nock/reference.js')).reference(a, f, limits)
      : (await import('../../nock/nock.js')).nock(a, f, {
          ...limits,
          jets: noJets ? undefined : await arithmetic(),
        })
    if (done._tag === 'Left' && !json) {
      return left(crashed((await import('../../nock/describe.js')).describeCrash(done.left)))
    }
    const text = printed(() =>
      done._tag === 'Left'
        ? crashJson(done.left)
        : json
          ? productJson(done.right, shape)
          : printNoun(done.right, shape),
    )
    if (text._tag === 'Left') return text
    print(text.right + '\n')
    return right(done._tag === 'Left' ? EXIT.crash : EXIT.ok)
  },
})

const arithmetic = async (): Promise<Jets> => (await import('../../jets/arithmetic/index.js')).arithmeticJets

const productJson = (product: Noun, shape: PrintOptions): string =>
  JSON.stringify({ product: printNoun(product, shape), mug: mug(product) })

/** Nouns are text, an axis is one; what a crash has not is null. */
const crashJson = ({ why, rule, axis, noun, formula }: Crash): string =>
  JSON.stringify({
    crash: {
      why,
      rule: rule ?? null,
      axis: axis === undefined ? null : printNoun(axis),
      noun: printNoun(noun),
      formula: printNoun(formula),
    },
  })
