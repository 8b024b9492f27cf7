import { type Entry } from './command.js'

const SUPERVISION = 'Supervision'
const NOCK = 'Nock'
const LEARNING = 'Learning'

/** Every command. To add one, add its file and its line. */
export const table: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    'supervise',
    {
      group: SUPERVISION,
      summary: 'keep the services in a directory running',
      sharesOutput: true,
      load: () => import('./supervise.js'),
    },
  ],
  [
    'init',
    {
      group: SUPERVISION,
      summary: 'supervise as the first process of a container, beside a command',
      sharesOutput: true,
      load: () => import('./init.js'),
    },
  ],
  [
    'sv',
    { group: SUPERVISION, summary: 'tell services to be up or down, or ask', load: () => import('./sv.js') },
  ],
  [
    'top',
    {
      group: SUPERVISION,
      summary: 'a live screen of services, and what they take',
      load: () => import('./top.js'),
    },
  ],
  [
    'explain',
    {
      group: SUPERVISION,
      summary: 'why a service was last started or stopped',
      load: () => import('./explain.js'),
    },
  ],
  ['logs', { group: SUPERVISION, summary: 'what a service has written', load: () => import('./logs.js') }],
  [
    'replay',
    {
      group: SUPERVISION,
      summary: 'make every decision of a journal again, and compare',
      load: () => import('./replay.js'),
    },
  ],
  [
    'completion',
    {
      group: SUPERVISION,
      summary: 'a script that has your shell complete all this',
      load: () => import('./completion.js'),
    },
  ],
  ['nock', { group: NOCK, summary: 'evaluate a formula on a subject', load: () => import('./nock.js') }],
  ['fmt', { group: NOCK, summary: 'print a noun in its shortest form', load: () => import('./fmt.js') }],
  ['jam', { group: NOCK, summary: 'pack a noun into an atom', load: () => import('./jam.js') }],
  ['cue', { group: NOCK, summary: 'unpack the noun of such an atom', load: () => import('./cue.js') }],
  ['mug', { group: NOCK, summary: "a noun's 31-bit hash", load: () => import('./mug.js') }],
  ['hash', { group: NOCK, summary: 'the hash by which a jet is found', load: () => import('./hash.js') }],
  [
    'hoon',
    { group: NOCK, summary: "evaluate Hoon by Urbit's own compiler", load: () => import('./hoon.js') },
  ],
  [
    'jets',
    { group: NOCK, summary: 'the formulas, their hashes and their jets', load: () => import('./jets.js') },
  ],
  [
    'verify',
    { group: NOCK, summary: 'check that jets agree with their formulas', load: () => import('./verify.js') },
  ],
  [
    'lesson',
    {
      group: LEARNING,
      summary: 'a course in Nock that checks itself',
      load: () => import('./lesson.js'),
    },
  ],
  [
    'step',
    {
      group: LEARNING,
      summary: 'go through an evaluation, forward and back',
      load: () => import('./step.js'),
    },
  ],
  [
    'tree',
    {
      group: LEARNING,
      summary: 'a noun as a tree, in text or as a picture',
      load: () => import('./tree.js'),
    },
  ],
  ['repl', { group: LEARNING, summary: 'evaluate what you type', load: () => import('./repl.js') }],
  [
    'playground',
    {
      group: LEARNING,
      summary: 'a page on which Nock runs in your browser',
      load: () => import('./playground.js'),
    },
  ],
])
