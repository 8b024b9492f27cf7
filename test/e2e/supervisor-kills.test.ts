import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { statOf } from '../../jets/index.js'
import { standing } from '../_kit/standing.js'
import { type Files, Tree, isAlive, signal, until } from '../_kit/supervised.js'

/** A script kills its supervisor at this place, if it has been told to: `murder` says which process that is. */
const MURDER = 'test -e murder && read victim < murder && rm murder && kill -9 $victim'

/**
 * Holds a lock as long as it lives, its children too, and notes each start, and if it was not alone. The supervisor
 * that it kills, now and then, is busy with the next ones just then.
 */
const counted = (rest: string): string => `#!/bin/sh
exec 9> lock
flock -n 9 || echo twice >> doubled
echo $$ >> starts
${MURDER}
${rest}
`

/** Runs while the supervisor starts the service again: that dies between the two. */
const FINISH = `#!/bin/sh\n${MURDER}\ntrue\n`

interface Kind {
  /** How many processes it is once it is up. */
  readonly size: number
  readonly files: Files
}

const KINDS: readonly Kind[] = [
  { size: 1, files: { run: counted('exec sleep 1000') } },
  { size: 1, files: { run: counted('exec env -i sleep 1000') } },
  { size: 3, files: { run: counted('sleep 1000 & sleep 1001 & exec sleep 1002') } },
  { size: 2, files: { run: counted('env -i sleep 1000\nexit 1') } },
  { size: 2, files: { run: counted("trap '' TERM HUP INT QUIT\nsleep 1000 & wait"), finish: FINISH } },
  { size: 1, files: { run: counted('exec sleep 1000'), finish: FINISH } },
  // what left its group goes with it
  { size: 2, files: { run: counted('setsid sleep 1000 9>&- &\nexec sleep 1001'), policy: 'tree\n' } },
  // a second between its starts
  { size: 1, files: { run: counted('exec sleep 1000'), policy: 'throttled\n' } },
]

const NAMES = Array.from({ length: 12 }, (_, i) => `s${i}`)
/** Ends by itself, again and again. */
const BRIEF: Files = { run: counted('sleep 0.1\nexit 3'), finish: FINISH }
const kindOf = (name: string): Kind => KINDS[Number(name.slice(1)) % KINDS.length]!

const KILLS = 100
/** After so many the services are let come up, and each must then be taken over as it is. */
const QUIET = 20

const drawn = <A>(among: readonly A[]): A => among[Math.floor(Math.random() * among.length)]!

/** The process that a service's run script noted last, if it lives. */
const leaderOf = (tree: Tree, name: string): number | undefined => {
  const file = tree.path(name, 'starts')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').trim().split('\n').at(-1)) : 0
  return standing(tree.directory).find((one) => one === pid)
}

/** Which process each service is, for good: its pid, and when it started. */
const identities = (tree: Tree): Promise<readonly string[]> =>
  until('every service up, as its script has noted', () => {
    const pids = NAMES.map((name) => tree.pid(name))
    const isUp = NAMES.every((name, i) => pids[i] !== undefined && leaderOf(tree, name) === pids[i])
    const all = pids.map((pid) => `${pid} ${pid && statOf(pid)?.started}`)
    return isUp && all
  })

/** Something that a supervisor is to be busy with when it is killed. */
const occupy = (tree: Tree): void => {
  for (const name of [...NAMES, 'brief']) {
    const what = Math.random()
    const leader = leaderOf(tree, name)
    if (what < 0.3 && leader !== undefined) signal(leader, 'SIGKILL')
    else if (what < 0.6) tell(tree, name, drawn(['t', 'tt', 'd', 'du', 'u', 'o']))
  }
}

const tell = (tree: Tree, name: string, letters: string): void => {
  try {
    tree.control(name, letters)
  } catch {
    // nobody listens: it was killed already
  }
}

/** One supervisor, from its start until it is killed: by a service, or by us, at whatever moment. */
const reign = async (before: Tree, span: number): Promise<Tree> => {
  const how = Math.random()
  if (how < 0.6) {
    // some are to be started again: their leaders are gone, of some others are left
    for (const name of NAMES) {
      const leader = Math.random() < 0.5 ? leaderOf(before, name) : undefined
      if (leader !== undefined) signal(leader, 'SIGKILL')
    }
  }
  const tree = new Tree({}, [], before)
  const { supervisor } = tree
  const isOver = (): boolean => supervisor.signalCode !== null
  const murder = tree.path(drawn([...NAMES, 'brief']), 'murder')
  if (how < 0.3) writeFileSync(murder, `${supervisor.pid}\n`)
  if (how < 0.6) await Promise.race([pause(Math.random() * span), until('its death', isOver)])
  else {
    await tree.said(/supervising \d+ services/)
    if (how < 0.8) writeFileSync(murder, `${supervisor.pid}\n`)
    occupy(tree)
    await pause(Math.random() * 20)
  }
  expect(await tree.end('SIGKILL')).toBe('SIGKILL')
  rmSync(murder, { force: true }) // not for the next one
  return tree
}

/** The next supervisor is left alone until every service is up. */
const settled = async (before: Tree): Promise<Tree> => {
  const tree = new Tree({}, [], before)
  await tree.said(/supervising \d+ services/)
  for (const name of NAMES) tree.control(name, 'u') // one that was going down may be out of the supervised set
  await identities(tree)
  return tree
}

test(`${KILLS} supervisors killed at random moments: no service is doubled, none orphaned, each taken over or started anew`, async () => {
  const services = Object.fromEntries(NAMES.map((name) => [name, kindOf(name).files]))
  const begun = performance.now()
  await using first = new Tree({ ...services, brief: BRIEF }, [])
  await first.said(/supervising 13 services/)
  const span = performance.now() - begun
  let tree = first
  try {
    for (let kill = 0; kill < KILLS;) {
      const before = await identities(tree)
      await tree.end('SIGKILL')
      tree = new Tree({}, [], tree)
      await tree.said(/supervising 13 services/)
      expect(await identities(tree)).toEqual(before)
      await tree.end('SIGKILL')
      for (kill += 2; kill % QUIET !== 0; kill++) tree = await reign(tree, span)
      tree = await settled(tree)
    }
    expect([...NAMES, 'brief'].filter((name) => existsSync(tree.path(name, 'doubled')))).toEqual([])
    tell(tree, 'brief', 'd')
    await tree.down('brief')
    const sum = NAMES.reduce((before, name) => before + kindOf(name).size, 0)
    await until(`${sum} processes`, () => standing(tree.directory).length === sum)
    expect(await tree.end()).toBe(0)
    expect(tree.processes(true)).toEqual([])
    expect(standing(tree.directory)).toEqual([])
  } finally {
    if (isAlive(tree.supervisor.pid!)) await tree.end('SIGKILL')
    for (const pid of standing(tree.directory)) signal(pid, 'SIGKILL')
  }
}, 480_000)
