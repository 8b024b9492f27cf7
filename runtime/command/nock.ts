import { type Crash } from '../../nock/crash.js'
import { type Either, left, right } from '../../nock/either.js'
import { type Noun } from '../../nock/noun.js'
import { mug } from '../../nock/mug.js'
import { type PrintOptions, printNoun } from '../../nock/print.js'
import { reference as byReference } from '../../nock/reference.js'
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
    formula: { about: 'likewise', completes: 'formula' },
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
    const done = reference ? byReference(a, f, limited(budget)) : await byMachine(a, f, budget, !noJets)
    if (done._tag === 'Left' && !json) {
      return left(crashed((await import('../../nock/describe.js')).describeCrash(done.left, f)))
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

const limited = (steps: number | undefined) => (steps === undefined ? {} : { budget: { steps } })

/** In so many steps the reference has evaluated most formulas that are typed by hand. */
const FEW = 1000

/**
 * The product by the machine, with the arithmetic jets or without. They are loaded only for a formula that takes the
 * reference more than a few steps: loading them takes longer than that. A value is the same by either, and by jets
 * too; a crash, which jets may answer otherwise, is left to the machine.
 */
const byMachine = async (
  subject: Noun,
  formula: Noun,
  budget: number | undefined,
  jets: boolean,
): Promise<Either<Crash, Noun>> => {
  const early = byReference(subject, formula, limited(Math.min(FEW, budget ?? FEW)))
  if (early._tag === 'Right') return early
  const { nock } = await import('../../nock/nock.js')
  return nock(subject, formula, {
    ...limited(budget),
    jets: jets ? (await import('../../jets/arithmetic/index.js')).arithmeticJets : undefined,
  })
}

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
