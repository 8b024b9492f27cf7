/**
 * The law of jets, checked on generated subjects: `jetLaws` in a test, `checkJet` for its report, and what
 * subjects are drawn with. `runock verify` is the same from the command line.
 */
export { type CheckJetOptions, checkJet } from './check.js'
export { draw } from './draw.js'
export { type Disagreement, type Verdict, verdictOn } from './law.js'
export { jetLaws } from './laws.js'
export { type Failure, type Report } from './report.js'
