import builder, { type Builder } from 'junit-report-builder'
import { printable } from '../log/printable.js'
import { type Report } from './report.js'
import { showFailure } from './show-failure.js'

/**
 * Reports as JUnit's XML, which CI systems read: a test case for each.
 *
 * @param again the command that makes the failure of a report happen again
 */
export const junit = (reports: readonly Report[], again: (report: Report) => string): string => {
  // its types have it under `default`, where it is not
  const all = (builder as unknown as Builder).newBuilder()
  const suite = all.testSuite().name('runock verify')
  for (const report of reports) {
    const { name, milliseconds, failure } = report
    const test = suite
      .testCase()
      .className('runock.verify')
      .name(printable(name))
      .time(milliseconds / 1_000)
    test.standardOutput(coverage(report))
    if (failure === undefined) continue
    test.failure(printable(failure.headline), 'disagreement')
    test.stacktrace(showFailure(failure, again(report)))
  }
  return all.build()
}

const coverage = ({ runs, valued, crashed, undecided, answered, seed }: Report): string =>
  `${runs} runs with seed ${seed}: ${valued} had a value, ${crashed} crashed, ${undecided} undecided; ` +
  `the jet answered on ${answered}`
