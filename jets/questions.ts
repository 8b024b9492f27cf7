import { type Atom, cord } from '../nock/index.js'
import { alive } from './os/alive.js'
import { check } from './os/check.js'
import { control } from './os/control.js'
import { finished } from './os/finished.js'
import { finish } from './os/finish.js'
import { kill, killTree } from './os/kill.js'
import { type Question } from './os/question.js'
import { signal } from './os/signal.js'
import { spawn } from './os/spawn.js'
import { wait } from './os/wait.js'

/** The questions to the operating system, each with a jet for whoever answers them (see `questionJet`). */
export const questions: readonly Question[] = [
  alive,
  spawn,
  kill,
  killTree,
  signal,
  control,
  finish,
  finished,
  check,
  wait,
]

/** The tags of their requests. */
export const tags: ReadonlySet<Atom> = new Set(questions.map(({ name }) => cord(name)))
