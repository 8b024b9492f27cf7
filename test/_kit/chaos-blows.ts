import { chmodSync, cpSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { statOf } from '../../jets/index.js'
import { childrenOf } from './children.js'
import { type Blow, type BlowKind } from './chaos-blow.js'
import { type Field } from './chaos-field.js'
import { runScript } from './chaos-kinds.js'
import { type Start, type Target, isLiving } from './chaos-target.js'
import { signal, until } from './supervised.js'

/** Carries a blow out. False: there was nothing to strike. */
type Strike = (field: Field, target: Target, blow: Blow) => Promise<boolean> | boolean

/**
 * A blow to a service's leader that lives: what follows happens at once, before anything else can. Those that take
 * their time keep others off meanwhile.
 */
const onLeader =
  (strike: (field: Field, target: Target, leader: Start, blow: Blow) => Promise<boolean> | boolean): Strike =>
  async (field, target, blow) => {
    target.busy = true
    try {
      await field.supervised()
      const leader = field.leaderOf(target)
      return leader !== undefined && (await strike(field, target, leader, blow))
    } finally {
      target.busy = false
    }
  }

const killLeader = (target: Target, leader: Start): void => {
  target.killedAt = performance.now()
  signal(leader.pid, 'SIGKILL')
}

const killChild = (leader: Start, variant: number): boolean => {
  const children = childrenOf(leader.pid).filter((pid) => statOf(pid)?.group === leader.pid)
  const child = children[variant % children.length]
  if (child !== undefined) signal(child, 'SIGKILL')
  return child !== undefined
}

/** SIGSTOP: a stopped service is alive, and left alone; then it goes on, or is killed, or taken down. */
const stop = async (field: Field, target: Target, leader: Start, blow: Blow): Promise<boolean> => {
  signal(leader.pid, 'SIGSTOP')
  await until('stopped, or gone', () => statOf(leader.pid)?.state === 'T' || !isLiving(leader))
  if (!isLiving(leader)) return false
  const count = target.starts.length
  await pause(blow.hold)
  await field.supervised()
  if (!isLiving(leader) || target.starts.length !== count)
    field.figures.wrong.push(`${target.name} was stopped, and not left alone`)
  const ending = blow.variant % 3
  if (ending === 0) signal(leader.pid, 'SIGCONT')
  if (ending === 1) signal(leader.pid, 'SIGKILL')
  if (ending === 2) await field.order(target, 'd', () => !isLiving(leader))
  if (ending === 2) await field.order(target, 'u', () => target.starts.length > count)
  if (ending === 1) await target.start(count)
  return true
}

/** A new text takes the script's place, and the next start is to be of it. */
const replace = async (field: Field, target: Target, leader: Start): Promise<boolean> => {
  const { name, kind } = target
  const count = target.starts.length
  const run = field.tree.path(name, 'run')
  target.version++
  writeFileSync(`${run}.new`, runScript(kind, name, field.pipe, target.version), { mode: 0o755 })
  renameSync(`${run}.new`, run)
  signal(leader.pid, 'SIGKILL')
  const { version } = await target.start(count)
  if (version !== target.version) field.figures.wrong.push(`${name} was started by its old script`)
  return true
}

/** The script cannot be run for a while, in which the service dies. */
const breakScript =
  (spoil: (run: string) => void, mend: (run: string) => void) =>
  async (field: Field, target: Target, leader: Start, { hold }: Blow): Promise<boolean> => {
    const run = field.tree.path(target.name, 'run')
    spoil(run)
    try {
      const count = target.starts.length
      signal(leader.pid, 'SIGKILL')
      await until(`${target.name} down`, () => target.starts.length > count || field.isDown(target))
      await pause(hold)
    } finally {
      mend(run)
    }
    const count = target.starts.length
    if (target.leader === undefined) await target.start(count)
    return true
  }

/** The letter d: it stays down, as long as its supervisor lives; then u. */
const takeDown = async (field: Field, target: Target, leader: Start, { hold }: Blow): Promise<boolean> => {
  await field.order(target, 'd', () => !isLiving(leader) && field.isDown(target))
  const [count, { number }] = [target.metAlive, field.tree.reign]
  await pause(hold)
  if (field.tree.reign.number === number && target.metAlive !== count)
    field.figures.wrong.push(`${target.name} did not stay down`)
  await field.order(target, 'u', () => target.leader !== undefined || target.metAlive > count)
  return true
}

const restart = async (field: Field, target: Target, leader: Start): Promise<boolean> => {
  await field.order(target, 't', () => !isLiving(leader))
  await until(`${target.name} started again`, () => target.starts.at(-1) !== leader)
  return true
}

/**
 * The directory goes, so the service leaves, and everything in its group; then it comes back, or a copy, perhaps while it
 * is on its way out. The supervisor is not killed before it has seen this: its successor could not know that there was
 * such a service. For the same reason what leaves its group is not replaced by a copy: that is another service, and of
 * the one that left only the supervisor knows that was its parent; if it is killed, what left the group stays.
 */
const takeAway = async (field: Field, target: Target, leader: Start, blow: Blow): Promise<boolean> => {
  const { name } = target
  const [here, aside] = [field.tree.path(name), join(field.tree.root, 'aside', name)]
  const isCopy = blow.variant % 3 === 0 && !target.kind.strays
  return field.unseen(async () => {
    renameSync(here, aside)
    if (blow.variant % 2 === 0) {
      await until(`${name} gone`, () => !isLiving(leader) && !field.isListening(aside))
      const left = field.groupOf(leader)
      if (left.length > 0) field.figures.orphans.push(`${name} left, its process ${left.join()} stayed`)
    } else await pause(blow.hold / 50)
    const count = target.metAlive
    if (isCopy) {
      cpSync(aside, `${aside}.copy`, { recursive: true, filter: (path) => !path.endsWith('/supervise') })
      renameSync(`${aside}.copy`, here)
      rmSync(aside, { recursive: true })
    } else renameSync(aside, here)
    await until(`${name} back`, () => field.isListening(here) && (target.metAlive > count || target.leader))
    return true
  })
}

const killSupervisor: Strike = async (field) => {
  await field.succeed()
  return true
}

/** How each kind of blow is carried out. */
export const STRIKES: Readonly<Record<BlowKind, Strike>> = {
  leader: onLeader((_, target, leader) => {
    killLeader(target, leader)
    return true
  }),
  child: onLeader((_, __, leader, { variant }) => killChild(leader, variant)),
  group: onLeader((_, __, leader) => {
    signal(-leader.pid, 'SIGKILL')
    return true
  }),
  stopped: onLeader(stop),
  replaced: onLeader(replace),
  unexecutable: onLeader(
    breakScript(
      (run) => chmodSync(run, 0o644),
      (run) => chmodSync(run, 0o755),
    ),
  ),
  deleted: onLeader(
    breakScript(
      (run) => renameSync(run, `${run}.away`),
      (run) => renameSync(`${run}.away`, run),
    ),
  ),
  down: onLeader(takeDown),
  restart: onLeader(restart),
  away: onLeader(takeAway),
  supervisor: killSupervisor,
}
