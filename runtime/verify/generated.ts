import fc from 'fast-check'
import { type Check, type CheckOptions } from './check-list.js'
import { type Failure, type Report } from './report.js'

/** What is wrong with something that was generated. */
export interface Wrong extends Pick<Failure, 'headline' | 'details'> {
  /** Nothing smaller is looked for: there is none, or each try would take too long. */
  readonly asItIs?: true
}

/** How many evaluations had a value, crashed, or spent their budget; and how many were compared with something. */
export interface Counts {
  valued: number
  crashed: number
  undecided: number
  answered: number
}

export interface Generated<A> {
  readonly name: string
  /** How many are generated unless one says otherwise. */
  readonly runs: number
  /** A function of it may throw, as a generator may. */
  readonly arbitrary: fc.Arbitrary<A> | (() => fc.Arbitrary<A>)
  /** Says what is wrong with one of them, and counts. */
  judge(value: A, counts: Counts): Wrong | undefined
  /**
   * Smaller ones, the smallest first, to be tried instead of those that fast-check finds: then a path is one
   * number.
   */
  smaller?(value: A): Iterable<A>
}

/**
 * A check of something that is generated: shrinks the first that is wrong; one that throws is wrong; and if
 * none ever had a value, that is wrong, too.
 */
export const generated = <A>(what: Generated<A>): Check => ({
  name: what.name,
  runs: what.runs,
  check(options) {
    const start = performance.now()
    const counts = nothingYet()
    const { runs, wrong, path } = firstWrong(what, options, counts)
    return {
      name: what.name,
      runs,
      ...counts,
      seed: options.seed,
      milliseconds: Math.round(performance.now() - start),
      failure: wrong && { headline: wrong.headline, details: wrong.details, path },
    } satisfies Report
  },
})

interface Found {
  readonly runs: number
  readonly wrong: Wrong | undefined
  readonly path?: string | undefined
}

const firstWrong = <A>(
  what: Generated<A>,
  { runs = what.runs, seed, path, onRun }: CheckOptions,
  counts: Counts,
): Found => {
  let done = 0
  let wrong: Wrong | undefined
  /** With what shrinking tries, is the same wrong? */
  const isStill = (value: A): boolean => {
    const found = look(what, value)
    if (found?.headline !== wrong?.headline) return false
    wrong = found
    return true
  }
  const holds = (value: A): boolean => {
    // what shrinking tries is no run of its own
    if (wrong) return wrong.asItIs === true || !isStill(value)
    // at a path there is one to look at, though fast-check goes on
    if (path !== undefined && done > 0) return true
    wrong = attempt(() => what.judge(value, counts))
    done++
    onRun?.(done)
    return wrong === undefined
  }
  const which = path === undefined ? { numRuns: runs } : { numRuns: 1, path }
  const endOnFailure = what.smaller !== undefined
  try {
    const arbitrary = typeof what.arbitrary === 'function' ? what.arbitrary() : what.arbitrary
    const { counterexample, counterexamplePath } = fc.check(fc.property(arbitrary, holds), {
      endOnFailure,
      seed,
      ...which,
    })
    if (counterexample !== null) {
      const smallest = wrong!.asItIs ? wrong : smallestWrong(what, counterexample[0], wrong!)
      return { runs: done, wrong: smallest, path: counterexamplePath ?? undefined }
    }
  } catch (thrown) {
    return { runs: done, wrong: notDrawn(path, thrown) }
  }
  return { runs: done, wrong: path === undefined ? nothingCompared(done, counts) : undefined }
}

const nothingYet = (): Counts => ({ valued: 0, crashed: 0, undecided: 0, answered: 0 })

/** What is wrong with this one. */
const look = <A>(what: Generated<A>, value: A): Wrong | undefined =>
  attempt(() => what.judge(value, nothingYet()))

/** How many smaller ones are tried; and of those that take too long, so few. */
const TRIES = 1_000
const LONG_TRIES = 3

/** Goes from one to a smaller one with which the same is wrong, until there is none, or enough were tried. */
const smallestWrong = <A>(what: Generated<A>, value: A, before: Wrong): Wrong => {
  let wrong = before
  let tries = 0
  let long = 0
  let candidates = what.smaller?.(value) ?? []
  for (let found = true; found;) {
    found = false
    for (const next of candidates) {
      if (++tries > TRIES || long === LONG_TRIES) return wrong
      const still = look(what, next)
      if (still?.asItIs) long++
      if (still?.headline !== wrong.headline) continue
      wrong = still
      candidates = what.smaller!(next)
      found = true
      break
    }
  }
  return wrong
}

const attempt = (judge: () => Wrong | undefined): Wrong | undefined => {
  try {
    return judge()
  } catch (thrown) {
    return { headline: `its check throws ${String(thrown)}`, details: [] }
  }
}

/** A check that never came to a value, or to two sides, has checked nothing. */
const nothingCompared = (runs: number, counts: Counts): Wrong | undefined => {
  const { valued, crashed, undecided, answered } = counts
  if (valued === 0) return { headline: `its formula never reached a value in ${runs} runs`, details: [] }
  if (answered > 0) return undefined
  const subjects = undecided === 0 ? 'every subject' : 'every subject on which that ends'
  return {
    headline: `it never answers: it leaves ${subjects} to its formula`,
    details: [['answered', `0 of ${valued + crashed} subjects`]],
  }
}

const notDrawn = (path: string | undefined, thrown: unknown): Wrong =>
  path !== undefined && thrown instanceof Error && thrown.message.startsWith('Unable to replay')
    ? { headline: `with this seed there is nothing at the path ${path}`, details: [] }
    : { headline: `its generator throws ${String(thrown)}`, details: [] }
