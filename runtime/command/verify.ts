import { setImmediate } from 'node:timers/promises'
import { type Either, left, right } from '../../nock/either.js'
import { nearest } from '../../nock/nearest.js'
import { printable } from '../log/printable.js'
import { type Check, type CheckOptions } from '../verify/check-list.js'
import { type Report } from '../verify/report.js'
import { type Containment } from '../verify/contain.js'
import { type ReportFile } from '../verify/report-file.js'
import { define } from './define.js'
import { EXIT, type Failure, badData, misused } from '../terminal/failure.js'
import { progressBar } from './progress.js'
import { steps } from './steps.js'
import { complain, quoted } from '../terminal/terminal.js'

const runs = (text: string): Either<string, number> => {
  const n = steps(text)
  return n._tag === 'Right' ? n : left('a number of runs, such as 10000, 10.000 or 1e4')
}

const seed = (text: string): Either<string, number> =>
  /^\d{1,10}$/.test(text) && Number(text) < 2 ** 31 ? right(Number(text)) : left('a whole number below 2^31')

const path = (text: string): Either<string, string> =>
  /^\d+(:\d+)*$/.test(text) ? right(text) : left('the path that a failure told, such as 3:1:0')

const timeout = (text: string): Either<string, number> =>
  /^\d+(\.\d+)?$/.test(text) && Number(text) >= 0.001 && Number(text) < 1e6
    ? right(Math.round(Number(text) * 1000))
    : left('a number of seconds, such as 2 or 0.5')

export const command = define({
  name: 'verify',
  about:
    'Checks that jets agree with their formulas, on generated subjects: the same value wherever the\n' +
    'formula has one, and no value where it crashes. Without MODULE it checks the jets of this package:\n' +
    'those for arithmetic, those that ask the operating system, and the histories of its policies.\n' +
    'A disagreement is told on stderr, shrunk, with the command that finds it again; the exit code is 1.',
  examples: [
    [
      'runock verify --jet dec --runs 300 --seed 1',
      'jet   runs  value  crash  undecided\ndec    300   77 %   23 %        0 %',
    ],
    ['runock verify --jet dec --runs 300 --seed 1 --json | grep held', '  "held": true,'],
  ],
  positionals: {
    module: {
      about: 'a JavaScript file that exports jets, made by defineJet of runock/jets',
      many: 'or none',
      completes: 'file',
    },
  },
  options: {
    runs: { about: 'check each jet on N subjects; enough for it unless given', value: 'N', decode: runs },
    seed: { about: 'what is drawn follows from N; any unless given', value: 'N', decode: seed },
    jet: { about: 'check this one only', value: 'NAME', decode: right<string> },
    path: { about: 'go straight to a disagreement of this jet and seed', value: 'P', decode: path },
    timeout: {
      about: 'a jet may take so long on a subject: 2 unless given',
      value: 'SECONDS',
      decode: timeout,
    },
    json: { about: 'print {"seed","held","reports"}' },
    junit: {
      about: 'write the reports to FILE, too, as JUnit has them',
      value: 'FILE',
      decode: right<string>,
    },
  },
  run: async ({ module, json, junit: file, ...asked }) => {
    if (asked.path !== undefined && (asked.jet === undefined || asked.seed === undefined)) {
      return left(misused('--path goes with the --jet and the --seed of its disagreement'))
    }
    const { reportFile } = await import('../verify/report-file.js')
    const report = file === undefined ? undefined : reportFile(file, module)
    if (report?._tag === 'Left') return report
    const { contain, nothingToContain } = await import('../verify/contain.js')
    const contained =
      module.length === 0 ? nothingToContain : await contain(module, PATIENCE + (asked.timeout ?? 0))
    try {
      return await verify({ ...asked, module, json, report: report?.right }, contained)
    } finally {
      contained.end()
    }
  },
})

/** Milliseconds that a module may take to load, and what a jet of it may take on top. */
const PATIENCE = 8_000

interface Asked extends Omit<CheckOptions, 'seed'> {
  readonly module: readonly string[]
  readonly seed: number | undefined
  readonly jet: string | undefined
  readonly json: boolean
  readonly report: ReportFile | undefined
}

const verify = async (
  { module, json, report: file, ...asked }: Asked,
  contained: Containment,
): Promise<Either<Failure, number>> => {
  const { anySeed, moduleChecks, shippedChecks } = await import('../verify/checks.js')
  const all = module.length === 0 ? right(shippedChecks) : await moduleChecks(module, contained.loading)
  if (all._tag === 'Left') return left(badData(all.left))
  contained.loaded()
  const chosen = choose(all.right, asked.jet)
  if (chosen._tag === 'Left') return chosen

  const { showFailure } = await import('../verify/show-failure.js')
  const { drawHead, drawRow } = await import('../verify/table.js')
  const { print } = contained
  const width = Math.max(...chosen.right.map(({ name }) => printable(name).length))
  const options = { ...asked, seed: asked.seed ?? anySeed() }
  const again = againOf(module, options)
  const reports: Report[] = []
  if (!json) print(drawHead(width) + '\n')
  for (const check of chosen.right) {
    const progress = await progressBar(options.runs ?? check.runs)
    contained.checking(check.name)
    const report = check.check({ ...options, onRun: () => progress.add(1) })
    progress.stop()
    reports.push(report)
    if (json) continue
    print(drawRow(report, width) + '\n')
    if (report.failure) {
      complain('runock verify', `${printable(report.name)}: ${showFailure(report.failure, again(report))}`)
    }
  }
  await setImmediate() // what the jets left to be thrown is thrown before the verdict
  if (json) print(JSON.stringify(asJson(options.seed, reports, again), undefined, 2) + '\n')
  const failed = file?.write((await import('../verify/junit.js')).junit(reports, again))
  return failed ? left(failed) : right(reports.some(({ failure }) => failure) ? EXIT.crash : EXIT.ok)
}

/** All checks, or the one of this name. */
const choose = (checks: readonly Check[], name: string | undefined): Either<Failure, readonly Check[]> => {
  const chosen = name === undefined ? checks : checks.filter((check) => check.name === name)
  if (name === undefined || chosen.length > 0) return right(chosen)
  const names = checks.map((check) => check.name)
  const meant = nearest(name, names)
  return left(
    misused(`no jet ${quoted(name)}; ${meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}`}`),
  )
}

/** The command that comes to the failure of a report again. */
const againOf =
  (modules: readonly string[], { seed, runs, timeout }: CheckOptions) =>
  ({ name, failure }: Report): string => {
    const milliseconds = timeout === undefined ? [] : ['--timeout', String(timeout / 1000)]
    const which =
      failure?.path !== undefined ? ['--path', failure.path] : runs ? ['--runs', String(runs)] : []
    const words = ['--jet', name, '--seed', String(seed), ...which, ...milliseconds]
    return ['runock', 'verify', ...modules, ...words].map(shellWord).join(' ')
  }

/** A word as a shell reads it. */
const shellWord = (word: string): string =>
  /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** What has no value is null. */
const asJson = (seed: number, reports: readonly Report[], again: (report: Report) => string): object => ({
  seed,
  held: reports.every(({ failure }) => failure === undefined),
  reports: reports.map(({ failure, ...report }) => ({
    ...report,
    failure: failure
      ? { ...failure, path: failure.path ?? null, again: again({ failure, ...report }) }
      : null,
  })),
})
