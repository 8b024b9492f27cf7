import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { journalFiles } from '../../runtime/journal/index.js'
import { announcements } from './announcements.js'
import { type Blow, blows } from './chaos-blow.js'
import { STRIKES } from './chaos-blows.js'
import { Field } from './chaos-field.js'
import { type Figures, noFigures } from './chaos-figures.js'
import { KINDS, filesOf } from './chaos-kinds.js'
import { Target } from './chaos-target.js'
import { ChaosTree } from './chaos-tree.js'
import { journaled } from './journaled.js'
import { replayFault } from './replays.js'
import { standsIn } from './standing.js'
import { until } from './supervised.js'

/** The longest time between two blows, in milliseconds. */
const LONGEST_GAP = 30

/** The journal is turned often: while supervisors are killed, too. */
const ARGS = ['--journal-size', '300K']

/**
 * Lets blows fall on twenty services and their supervisor, at random moments, for so many seconds; then lets everything
 * come up, ends the last supervisor in order, and counts. What was drawn follows from the seed; when it falls is up
 * to the machine.
 */
export const chaos = async (seconds: number, seed: number): Promise<Figures> => {
  await using tree = new ChaosTree()
  const targets = KINDS.flatMap((kind) =>
    Array.from({ length: kind.count }, (_, i) => new Target(`${kind.name}${i}`, kind)),
  )
  const figures = noFigures(seed, seconds, targets.length)
  const field = new Field(tree, targets, figures, { args: ARGS })
  const listening = announcements(field.pipe, (line) => hear(field, line))
  tree.afterwards(() => listening.close())
  for (const { name, kind } of targets) tree.write(name, filesOf(kind, name, field.pipe))

  await tree.start(field.options)
  await allUp(field)
  await strikeAll(field, seconds, blows(seed, targets.length, LONGEST_GAP))
  await allUp(field)
  await end(field)
  count(field)
  return figures
}

/** A line `name pid version` of a run script. */
const hear = (field: Field, line: string): void => {
  const { targets, tree, figures } = field
  const [name, pid, version] = line.split(' ') as [string, string, string]
  field.note(name, `start of ${pid}`)
  const target = targets.find((one) => one.name === name)!
  const { number } = tree.reign
  const before = target.starts.at(-1)
  const beside = target.announced(Number(pid), tree.reigns, Number(version))
  if (beside > 0)
    figures.duplicates.push(
      `${name} was started beside ${beside} others${field.story(name, `start of ${pid}`)}`,
    )
  if (target.killedAt === undefined || target.kind.throttled || target.kind.fragile) return
  const times = before?.reign === number ? figures.own : figures.takenOver
  times.push(performance.now() - target.killedAt)
  target.killedAt = undefined
}

/** One blow after another, some of them longer than others; comes back when the last is over. */
const strikeAll = async (field: Field, seconds: number, sequence: Generator<Blow, never>): Promise<void> => {
  const end = performance.now() + seconds * 1000
  const failures: string[] = []
  const under = new Set<Promise<void>>([fail(field, end)])
  while (performance.now() < end && failures.length === 0) {
    const blow = sequence.next().value
    await pause(blow.gap)
    await field.supervised()
    if (field.tree.reign.isOver()) throw new Error(`the supervisor ended: ${field.tree.reign.stderr()}`)
    const one = strike(field, blow)
      .catch((failure: unknown) => {
        const { name } = field.targets[blow.target]!
        failures.push(
          `${String(failure)}${field.story(name, `blow: ${blow.kind}`)}\n${lastWords(field, name)}`,
        )
      })
      .finally(() => under.delete(one))
    under.add(one)
  }
  await Promise.all(under)
  if (failures.length > 0) throw new Error(failures.join('\n'))
}

const strike = async (field: Field, blow: Blow): Promise<void> => {
  const target = field.targets[blow.target]!
  if (!target.busy) field.note(target.name, `blow: ${blow.kind}, ${blow.variant}, ${blow.hold} ms`)
  const isStruck = !target.busy && (await STRIKES[blow.kind](field, target, blow))
  if (isStruck) field.figures.blows[blow.kind]++
  else field.figures.missed++
}

/** Now and then the fragile services' scripts cannot be executed. */
const fail = async ({ targets, tree }: Field, end: number): Promise<void> => {
  const fragile = targets.filter(({ kind }) => kind.fragile).map(({ name }) => name)
  for (let mode = 0o644; performance.now() < end || mode !== 0o644; mode ^= 0o111) {
    for (const name of fragile) {
      try {
        chmodSync(tree.path(name, 'run'), mode)
      } catch {
        // it is away just now
      }
    }
    await pause(mode === 0o644 ? 200 : 400)
  }
}

/** Waits until every service is up, and its status says so; one that ends by itself, until it starts once more. */
const allUp = async ({ targets, tree }: Field): Promise<void> => {
  for (const target of targets) {
    const { name, kind, starts } = target
    if (kind.fragile && existsSync(tree.path(name, 'run'))) chmodSync(tree.path(name, 'run'), 0o755)
    if (kind.brief) await target.start(starts.length)
    else
      await until(`${name} up`, () => tree.pid(name) !== undefined && tree.pid(name) === target.leader?.pid)
  }
}

/** The last supervisor ends in order, and leaves nothing. */
const end = async ({ tree, figures }: Field): Promise<void> => {
  const code = await tree.end('SIGTERM')
  if (code !== 0) figures.wrong.push(`the supervisor ended with ${code}`)
  for (const pid of tree.processes()) figures.orphans.push(`${pid}: ${commandOf(pid)}`)
  for (const { number, stderr } of tree.reigns) {
    if (stderr().includes('a mistake of our own')) figures.wrong.push(`supervisor ${number}: ${stderr()}`)
  }
}

/** Holds what the run scripts noted against the journal. */
const count = (field: Field): void => {
  const { targets, tree, figures, survivors } = field
  const journal = journaled(tree.journal)
  figures.journal = journal
  if (journal.damage !== undefined) figures.lost.push(journal.damage)
  const fault = replayFault(tree.journal)
  if (fault !== undefined) figures.lost.push(fault)
  if (journal.lost > 0) figures.lost.push(`the journal says that it lost ${journal.lost} lines`)
  const known = new Map(journal.processes)
  for (const target of targets) {
    const { name, kind } = target
    for (const line of linesOf(tree.path(name, 'starts'))) {
      figures.starts++
      const pid = Number(line.split(' ')[0])
      const key = `${name} ${pid}`
      const times = known.get(key) ?? 0
      known.set(key, times - 1)
      if (times > 0) continue
      const reign = target.starts.findLast((start) => start.pid === pid)?.reign
      const wasGone = reign !== tree.reign.number && !survivors.has(`${key} of ${reign}`)
      if (kind.brief && wasGone) figures.excused++
      else figures.lost.push(`${key} is not in the journal${field.story(name, `start of ${pid}`)}`)
    }
    for (const _ of linesOf(tree.path(name, 'doubled')))
      figures.duplicates.push(`${name} found its lock taken`)
  }
}

const linesOf = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []

const commandOf = (pid: number): string => {
  try {
    return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}in ${standsIn(pid)}`
  } catch {
    return '(gone)'
  }
}

/** What the journal, and the present supervisor, said of a service last. */
const lastWords = ({ tree }: Field, name: string): string => {
  const journal = journalFiles(tree.journal).flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  const own = journal.filter((line) => line.includes(`"service":"${name}"`)).slice(-12)
  return [...own, ...tree.reign.stderr().split('\n').slice(-20)].join('\n')
}
