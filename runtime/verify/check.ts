import type { Arbitrary } from 'fast-check'
import { type DefinedJet, arithmetic, jetTable } from '../../jets/index.js'
import { type Budget, type Jet, type Jets, type Noun, equal } from '../../nock/index.js'
import { type Check, type CheckOptions } from './check-list.js'
import { type Counts, type Wrong, generated } from './generated.js'
import { type Verdict, verdictOn } from './law.js'
import { type Report } from './report.js'
import { smallerNouns } from './smaller.js'
import { subjectsFor } from './subjects.js'
import { told } from './told.js'
import { whyNoNoun } from './why-no-noun.js'

/** On how many subjects a jet is checked unless one says otherwise. */
const RUNS = 1_000

/** Enough to count to some dozens, by the reference in some milliseconds. */
const BUDGET: Budget = { steps: 10_000, nouns: 100_000 }

/** Milliseconds that a jet may take on a subject. */
const TIMEOUT = 2_000

export interface CheckJetOptions extends JetCheckOptions, Partial<CheckOptions> {}

export interface JetCheckOptions {
  /** Subjects instead of the jet's own. */
  readonly subjects?: Arbitrary<Noun> | undefined
  /** Of each evaluation of the formula: 10,000 steps and 100,000 cells unless given. */
  readonly budget?: Budget | undefined
  /**
   * Jets that are checked as well: where a formula takes longer than its budget, they stand for parts of it,
   * as do those for arithmetic. The jet itself may be among them; it stands for nothing here.
   */
  readonly jets?: readonly Jet[] | undefined
}

/**
 * Checks a jet against its formula on generated subjects, and shrinks the first on which they disagree. A
 * formula that never had a value is a failure as well, and so is a jet that never answers: then nothing was
 * compared.
 *
 * @param options `runs`: 1,000 unless given; `seed`: any unless given; `timeout`: the milliseconds that the
 *   jet may take on a subject, 2,000 unless given. The same options, the same report, but for its time.
 * @example
 * checkJet(dec, { seed: 42 }).failure // undefined
 */
export const checkJet = (jet: DefinedJet, options: CheckJetOptions = {}): Report =>
  jetCheck(jet, options).check({ ...options, seed: options.seed ?? anySeed() })

/** The check of a jet, to be done when it is its turn. */
export const jetCheck = (
  jet: DefinedJet,
  { subjects, budget = BUDGET, jets = [] }: JetCheckOptions = {},
): Check => ({
  name: jet.name,
  runs: RUNS,
  check: (options) => {
    const means = {
      budget,
      jets: besides(jet, [...jets, ...arithmetic]),
      timeout: options.timeout ?? TIMEOUT,
    }
    return generated<Noun>({
      name: jet.name,
      runs: RUNS,
      arbitrary: () => subjectsFor(subjects === undefined ? jet : { ...jet, subjects: () => subjects }),
      judge: (subject, counts) => {
        const why = whyNoNoun(subject)
        if (why !== undefined)
          return { headline: 'its generator draws what is no noun', details: [['drawn', why]], asItIs: true }
        return judged(subject, verdictOn(subject, jet, means), counts)
      },
      smaller: smallerNouns,
    }).check(options)
  },
})

/** A seed for whoever has none: fast-check takes 32 bits. */
export const anySeed = (): number => (Math.random() * 2 ** 31) | 0

const judged = (subject: Noun, verdict: Verdict, counts: Counts): Wrong | undefined => {
  switch (verdict.is) {
    case 'agrees':
      counts[verdict.formula === 'value' ? 'valued' : 'crashed']++
      if (verdict.answered) counts.answered++
      return undefined
    case 'undecided':
      counts.undecided++
      return undefined
    default:
      return told(subject, verdict)
  }
}

/** The others as the machine takes them; of several for one formula, the first. */
const besides = (jet: Jet, jets: readonly Jet[]): Jets | undefined => {
  const others: Jet[] = []
  for (const other of jets) {
    if (![jet, ...others].some(({ formula }) => equal(formula, other.formula))) others.push(other)
  }
  const table = jetTable(others)
  return table._tag === 'Right' && others.length > 0 ? table.right : undefined
}
