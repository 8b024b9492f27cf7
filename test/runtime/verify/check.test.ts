import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type DefinedJet, type JetDefinition } from '../../../jets/index.js'
import {
  type Atom,
  type Cell,
  type Noun,
  atom,
  cell,
  cue,
  increment,
  isAtom,
  isCell,
  noValue,
} from '../../../nock/index.js'
import { checkJet, draw } from '../../../runtime/verify/index.js'
import { but, defined, failureOf, from100, inc } from './inc.js'

describe('doing more', () => {
  const more = { run: (n: Noun) => (isAtom(n) ? increment(n) : 7), more: isCell }

  test('is allowed where it says so and the formula crashes', () => {
    expect(checkJet(inc(more), { seed: 1 }).failure).toBeUndefined()
  })

  test('is not run there: it may have effects', () => {
    const run = (n: Noun): Noun => {
      if (isCell(n)) throw new Error('it was run')
      return increment(n)
    }
    expect(checkJet(inc({ ...more, run }), { seed: 1 }).failure).toBeUndefined()
  })

  test('is not allowed where the formula has a value, whatever it says', () => {
    expect(failureOf(inc({ run: () => 7, more: () => true })).headline).toBe(
      'it gives another value than its formula',
    )
  })
})

describe('the report', () => {
  test('counts what the formula came to', () => {
    const { runs, valued, crashed, undecided } = checkJet(inc({}), { seed: 1, runs: 500 })
    expect({ runs, undecided, sum: valued + crashed }).toEqual({ runs: 500, undecided: 0, sum: 500 })
    expect(Math.min(valued, crashed)).toBeGreaterThan(50)
  })

  test('counts what is undecided: nothing is said of it', () => {
    // counts for ever
    const formula = '[8 [1 9 2 [0 2] 4 0 3] 9 2 0 1]'
    const jet = defined({ name: 'ever', formula, run: (n) => (isAtom(n) ? 7 : undefined) })
    const report = checkJet(jet, { seed: 1, runs: 50, subjects: draw.atoms })
    expect(report.undecided).toBeGreaterThan(10)
    expect(report.failure?.headline).toBe('its formula never reached a value in 50 runs')
  })

  test('fails a jet whose generator never reaches a value', () => {
    const report = checkJet(defined({ name: 'none', formula: '[0 0]', run: () => undefined }), {
      seed: 1,
      runs: 20,
    })
    expect(report).toMatchObject({
      runs: 20,
      valued: 0,
      crashed: 20,
      failure: { headline: 'its formula never reached a value in 20 runs', path: undefined },
    })
  })

  test('fails a jet that never answers', () => {
    const report = checkJet(inc({ run: () => undefined }), { seed: 1, runs: 50 })
    expect(report).toMatchObject({
      answered: 0,
      failure: {
        headline: 'it never answers: it leaves every subject to its formula',
        details: [['answered', '0 of 50 subjects']],
        path: undefined,
      },
    })
    // an answer where the formula spends its budget is compared with nothing
    const { failure, undecided } = checkJet(
      defined({ ...decOf(false), resume: undefined, run: (n) => (isAtom(n) && n > 2 ** 30 ? 0 : undefined) }),
      { seed: 1, runs: 100 },
    )
    expect(undecided).toBeGreaterThan(0)
    expect(failure?.headline).toBe(
      'it never answers: it leaves every subject on which that ends to its formula',
    )
  })

  test('counts what the jet answers', () => {
    const report = checkJet(inc({ run: (n) => (from100(n) ? increment(n as Atom) : undefined) }), {
      seed: 1,
      runs: 300,
    })
    expect(report.failure).toBeUndefined()
    expect(report.answered).toBeGreaterThan(0)
    expect(report.answered).toBeLessThan(report.valued)
    // a crash is an answer, and so is more
    const crashes = inc({
      run: (n) => {
        if (isAtom(n)) return undefined
        throw noValue(n, 0)
      },
    })
    for (const jet of [crashes, inc({ run: () => undefined, more: isCell })]) {
      const { answered, crashed, failure } = checkJet(jet, { seed: 1, runs: 300 })
      expect({ answered, failure }).toEqual({ answered: crashed, failure: undefined })
    }
  })

  test('is the same for the same seed, but for its time', () => {
    for (const jet of [inc({}), inc({ run: but(from100, () => 7) as JetDefinition['run'] })]) {
      const [one, other] = [1, 2].map(() => ({ ...checkJet(jet, { seed: 5, runs: 200 }), milliseconds: 0 }))
      expect(one).toEqual(other)
      expect(one!.seed).toBe(5)
    }
  })

  test('with a path goes straight to the counterexample', () => {
    const jet = inc({ run: but(from100, () => 7) as JetDefinition['run'] })
    const { seed, failure } = checkJet(jet, { runs: 300 })
    let calls = 0
    const counting = inc({ run: (n) => (calls++, jet.run(n)) })
    expect(checkJet(counting, { seed, path: failure!.path! }).failure).toEqual(failure)
    expect(checkJet(inc({}), { seed, path: failure!.path! })).toMatchObject({ runs: 1, failure: undefined })
    // what is smaller was not wrong
    expect(calls).toBeLessThan(300)
  })

  test('with a path that leads nowhere says so', () => {
    expect(failureOf(inc({}), { path: '0:999999:3' }).headline).toBe(
      'with this seed there is nothing at the path 0:999999:3',
    )
  })

  test('tells of each run', () => {
    const told: number[] = []
    checkJet(inc({}), { seed: 1, runs: 5, onRun: (done) => told.push(done) })
    expect(told).toEqual([1, 2, 3, 4, 5])
  })

  test('shows a large subject as a jam, too', () => {
    const length = (n: Noun): number => {
      let items = 0
      for (let rest = n; isCell(rest); rest = rest.tail) items++
      return items
    }
    const jet = inc({
      run: (n) => (isAtom(n) ? increment(n) : length(n) >= 600 ? 7 : undefined),
      subjects: ({ list: listOf }) => listOf(fc.constant(0), 1_000),
    })
    const [subject, jam] = failureOf(jet).details
    expect(subject![1]).toMatch(/^\[0 0 0 .{950,} …\]$/)
    expect(jam![0]).toBe('its jam')
    const cued = cue(BigInt(jam![1]))
    expect(cued._tag === 'Right' && length(cued.right)).toBe(600)
  })
})

describe('large numbers', () => {
  test('are reached by resume: without it they are undecided', () => {
    const wrongAt = (resume: DefinedJet['resume']): Partial<DefinedJet> => ({ resume })
    const [dec] = [defined(decOf(true))]
    expect(failureOf(dec, { runs: 1000 }).details[0]).toEqual(['subject', String(2n ** 53n)])
    const without = checkJet({ ...dec, ...wrongAt(undefined) }, { seed: 1, runs: 200 })
    expect(without.failure).toBeUndefined()
    expect(without.undecided).toBeGreaterThan(100)
  })

  test('are reached by the other jets, for parts of the formula', () => {
    // twice: [n n] through add, which counts
    const formula =
      '[7 [[0 1] [0 1]] 8 [1 0] 8 [1 6 [5 [0 6] [0 14]] [0 15] [9 2 [0 2] [4 0 6] [0 14] [4 0 15]]] [9 2 0 1]]'
    const twice = (wrongFrom: bigint): DefinedJet =>
      defined({
        name: 'twice',
        formula,
        run: (n) => (isAtom(n) ? (n < wrongFrom ? atom(2n * BigInt(n)) : 0) : undefined),
        subjects: (draw) => draw.fc.oneof(draw.small, draw.edges, draw.large),
      })
    const { headline, details } = failureOf(twice(2n ** 64n))
    expect(headline).toBe('it gives another value than its formula')
    expect(details).toContainEqual(['found with', 'the other jets, for parts of the formula'])
    expect(checkJet(twice(2n ** 10_000n), { seed: 1, runs: 300 }).failure).toBeUndefined()
  })
})

/** dec, wrong at 2^53, as a jet of one's own. */
const decOf = (isWrong: boolean): JetDefinition => {
  const loop = '[6 [5 [0 7] [4 0 6]] [0 6] [9 2 [0 2] [4 0 6] [0 7]]]'
  const jet: JetDefinition = {
    name: 'dec',
    formula: `[8 [1 0] 8 [1 ${loop}] [9 2 0 1]]`,
    run: (n) => {
      if (isCell(n) || n === 0) throw noValue(n, 0)
      return isWrong && n === 2n ** 53n ? 0 : atom(BigInt(n) - 1n)
    },
    subjects: (draw) => draw.edges,
    resume: (n) => {
      if (isCell(n) || n < 3) return undefined
      const { formula } = defined(jet)
      const core = (((formula.tail as Cell).tail as Cell).tail as Cell).head as Cell
      return { subject: cell(core.tail, atom(BigInt(n) - 3n), n), formula: cell(9, 2, 0, 1) }
    },
  }
  return jet
}
