/**
 * Native code that stands for formulas: the kit to make such jets, those for arithmetic, and those that put the
 * supervisor's questions to the operating system.
 */
import { alive } from './os/alive.js'
import { check } from './os/check.js'
import { finish } from './os/finish.js'
import { kill } from './os/kill.js'
import { type Question } from './os/question.js'
import { spawn } from './os/spawn.js'
import { wait } from './os/wait.js'

/** The questions to the operating system, each with a jet for whoever answers them (see `questionJet`). */
export const questions: readonly Question[] = [alive, spawn, kill, finish, check, wait]

export { arithmetic, arithmeticJets } from './arithmetic/index.js'
export { whyOpen } from './closed.js'
export { type Draw } from './draw.js'
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
export { launcher } from './os/choose.js'
export { type Death, type Launcher } from './os/launcher.js'
export { type Libc, loadLibc } from './os/libc.js'
export { nativeLauncher } from './os/native.js'
export { portableLauncher } from './os/portable.js'
export { type Stat, statOf } from './os/proc.js'
export { Processes } from './os/processes.js'
export { Malformed, type Question, Unanswered, type World, questionJet } from './os/question.js'
export { type System } from './os/system.js'
