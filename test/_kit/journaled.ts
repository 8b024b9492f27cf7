import { type Noun, cord, isAtom } from '../../nock/index.js'
import { type Line, decodeLine, journalFiles, readJournal } from '../../runtime/journal/index.js'
import { serviceOf } from '../../runtime/index.js'

/** What a journal tells of processes. */
export interface Journaled {
  readonly lines: number
  readonly decisions: number
  /** The sum of its lines `lost`. */
  readonly lost: number
  /** Why it could not be read to its end. */
  readonly damage: string | undefined
  /** How often each `service pid` was the answer to a spawn, or taken over from an earlier supervisor. */
  readonly processes: ReadonlyMap<string, number>
}

/** Reads a journal: the file that is being written, and those set aside. */
export const journaled = (file: string): Journaled => {
  const processes = new Map<string, number>()
  let [lines, decisions, lost] = [0, 0, 0]
  let damage: string | undefined
  for (const read of readJournal(journalFiles(file))) {
    if (read._tag === 'Damaged') damage = `${read.place.file}:${read.place.line}: ${read.message}`
    if (read._tag === 'Torn') damage = `${read.place.file}:${read.place.line}: torn`
    if (read._tag !== 'Line') continue
    lines++
    const { line } = read
    if (line.line === 'lost') lost += line.count
    if (line.line === 'decision') decisions++
    for (const start of startsOf(line)) processes.set(start, (processes.get(start) ?? 0) + 1)
  }
  return { lines, decisions, lost, damage, processes }
}

/** The lines of a journal that may still be being written. */
function* linesOf(file: string): Generator<Line> {
  for (const read of readJournal(journalFiles(file))) if (read._tag === 'Line') yield read.line
}

/** What the spawns of a service were answered with, so far: its pids, and 0 where it could not start. */
export const spawnAnswers = (file: string, service: string): readonly number[] =>
  Array.from(linesOf(file)).flatMap((line) =>
    line.line === 'decision' && line.service === service ? spawned(line.tape) : [],
  )

/** The times of all lines, by the wall clock of who wrote them. */
export const timesOf = (file: string): readonly string[] =>
  Array.from(linesOf(file)).flatMap((line) => ('time' in line ? [line.time] : []))

/** The processes, `service pid`, that the text of a journal's line has as started or taken over. */
export const startsIn = (text: string): readonly string[] => {
  const line = decodeLine(JSON.parse(text))
  return line._tag === 'Right' ? startsOf(line.right) : []
}

const startsOf = (line: Line): readonly string[] => {
  if (line.line === 'decision')
    return spawned(line.tape).flatMap((pid) => (pid > 0 ? [`${line.service} ${pid}`] : []))
  const service = line.line === 'service' && line.why === 'adopted' ? serviceOf(line.noun) : undefined
  return line.line === 'service' && service !== undefined ? [`${line.service} ${service.pid}`] : []
}

const SPAWN = cord('spawn')

/** What a tape's spawns were answered with. */
const spawned = (tape: Noun): readonly number[] => {
  const pids: number[] = []
  for (let rest = tape; !isAtom(rest); rest = rest.tail) {
    const entry = rest.head
    if (isAtom(entry) || isAtom(entry.head) || entry.head.head !== SPAWN) continue
    if (typeof entry.tail === 'number') pids.push(entry.tail)
  }
  return pids
}
