/**
 * Native code that stands for formulas: the kit to make such jets, those for arithmetic, and those that put the
 * supervisor's questions to the operating system.
 */
export { arithmetic, arithmeticJets } from './arithmetic/index.js'
export { codeRun, whyOpen } from './closed.js'
export { type Draw } from './draw.js'
export { NOBODY, everyJet } from './every.js'
export {
  type DefinedJet,
  type JetDefinition,
  type JetError,
  type Resumption,
  type Verifiable,
  defineJet,
  jetTable,
  showJetError,
} from './kit.js'
export { launcher } from './launch/choose.js'
export { portableLauncher } from './launch/portable.js'
export { type Death, type Launcher, type Streams } from './os/launcher.js'
export { type Libc, loadLibc } from './os/libc.js'
export { nativeLauncher } from './os/native.js'
export { type Stat, statOf } from './os/proc.js'
export { Processes } from './os/processes.js'
export { Malformed, type Question, Unanswered, type World, questionJet } from './os/question.js'
export { questions, tags } from './questions.js'
export { type Finishing, type Script, type System } from './os/system.js'
export { type Reliance } from './reliance.js'
