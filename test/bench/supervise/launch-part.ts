import { spawn } from 'node:child_process'
import { linkSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launcher, loadLibc } from '../../../jets/index.js'
import { portableLauncher } from '../../../jets/launch/portable.js'
import { type Launcher } from '../../../jets/os/launcher.js'
import { type Bench } from './bench.js'
import { type Birth, now } from './births.js'
import { type Contender } from './contenders.js'
import { type Row, figureOf } from './result.js'
import { type Scale } from './scale.js'

/**
 * What the ways of starting a process cost, without a supervisor: how long the loop is held up, and how long it takes
 * until `main`; with a small heap and a large one. A process that stands by, and only has to be told, is the least there
 * can be: what it saves is what a pool of those would bring.
 */
export const launchPart = async (
  bench: Bench,
  _: readonly Contender[],
  { launches }: Scale,
): Promise<readonly Row[]> => {
  const directory = bench.newDirectory()
  linkSync(bench.service, join(directory, 'run'))
  const libc = loadLibc()
  const ways: Record<string, () => Way> = {
    'posix_spawn by koffi': () => byLauncher(directory, launcher(libc)),
    'Node’s spawn': () => byLauncher(directory, portableLauncher()),
    'stand-by': () => standingBy(bench, directory),
  }
  if (libc === undefined) delete ways['posix_spawn by koffi']
  const rows: Row[] = []
  for (const bytes of [0, 2 ** 30]) {
    // what a fork takes its time for is memory of whatever kind
    const ballast = Buffer.alloc(bytes, 1)
    const held: Record<string, number[]> = {}
    const main: Record<string, number[]> = {}
    for (let i = 0; i < launches; i++) {
      for (const [name, prepare] of Object.entries(ways)) {
        const way = prepare()
        await way.ready
        const born = nextBirth(bench, directory)
        const begin = now()
        way.start()
        const after = now()
        const birth = await born
        ;(held[name] ??= []).push(after - begin)
        ;(main[name] ??= []).push(birth.at - begin)
        await way.end(birth.pid)
      }
    }
    const by = (values: Record<string, number[]>): Row['by'] =>
      Object.fromEntries(Object.entries(values).map(([name, all]) => [name, figureOf(all)]))
    const heap = ballast.length === 0 ? 'small heap' : '1 GB of heap'
    rows.push({ part: 'launch', what: `${heap}: the loop is held up`, unit: 'ms', by: by(held) })
    rows.push({ part: 'launch', what: `${heap}: until main`, unit: 'ms', by: by(main) })
  }
  return rows
}

/** One start. */
interface Way {
  readonly ready: Promise<unknown>
  start(): void
  /** Kills the process and waits until it is gone. */
  end(pid: number): Promise<unknown>
}

const byLauncher = (directory: string, by: Launcher): Way => ({
  ready: Promise.resolve(),
  start: () => void by.launch({ program: './run', args: ['./run'], directory }),
  async end(pid) {
    by.kill(pid, 9)
    while (by.death(pid) === undefined) await new Promise((next) => setTimeout(next, 1))
  },
})

const standingBy = (bench: Bench, cwd: string): Way => {
  const child = spawn(bench.standBy, ['./run'], { cwd, detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = new Promise((done) => child.on('exit', done))
  // it waits for its byte once it sleeps in the read
  const ready = (async () => {
    while (!/\bpipe_read|\banon_pipe_read|unix_stream/.test(wherein(child.pid!)))
      await new Promise((next) => setTimeout(next, 1))
  })()
  return {
    ready,
    start: () => void child.stdin!.write('x'),
    end: (pid) => {
      process.kill(pid, 'SIGKILL')
      return ended
    },
  }
}

/** Where in the system a process sleeps. */
const wherein = (pid: number): string => readFileSync(`/proc/${pid}/wchan`, 'latin1')

const nextBirth = (bench: Bench, directory: string): Promise<Birth> =>
  new Promise((done) => {
    const stop = bench.births.listen((birth) => {
      if (birth.directory !== directory) return
      stop()
      done(birth)
    })
  })
