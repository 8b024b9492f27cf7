import { execFileSync } from 'node:child_process'
import { constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'vitest'
import { type Tree, signal, supervise } from '../_kit/supervised.js'

// What services that die at once cost, and what they do to a neighbour that is killed now and then: with none of them,
// with ten, with ten and a journal, and with ten under the policy `throttled`.

const LOOPERS = 10
const KILLS = 200
const TICKS_PER_SECOND = 100 // of /proc/PID/stat, on every Linux

/** Starts of the supervisor's children so far, and its CPU time in seconds. */
const cost = (tree: Tree): { starts: number; cpu: number } => {
  const stat = readFileSync(`/proc/${tree.supervisor.pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const starts = names(LOOPERS).reduce((sum, name) => sum + sizeOf(tree.path(name, 'starts')), 0)
  return { starts, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND }
}

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `loop${i}`)

const sizeOf = (path: string): number => {
  try {
    return readFileSync(path).length
  } catch {
    return 0
  }
}

const quantile = (sorted: readonly number[], q: number): string =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!.toFixed(1)

const measure = async (what: string, loopers: number, ...args: string[]): Promise<void> => {
  const services = names(loopers).map((name) => [name, { run: '#!/bin/sh\nprintf x >> starts\nexit 1\n' }])
  await using tree = await supervise(Object.fromEntries(services), ...args)
  // The neighbour says when it has started by a pipe, so that nothing polls.
  const pipe = tree.path('.starts')
  execFileSync('mkfifo', [pipe])
  const socket = new Socket({ fd: openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK), readable: true })
  let started: (pid: number) => void = () => {}
  socket.on('data', (chunk) => started(Number(chunk.toString())))
  const next = () => new Promise<number>((done) => (started = done))
  let now = next()
  tree.write('good', { run: `#!/bin/sh\necho $$ > ${pipe}\nexec sleep 1000\n`, policy: 'sv\n' })
  let pid = await now

  const before = cost(tree)
  const begin = performance.now()
  const latencies: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    now = next()
    const at = performance.now()
    signal(pid, 'SIGKILL')
    pid = await now
    latencies.push(performance.now() - at)
    await new Promise((rest) => setTimeout(rest, 20))
  }
  const seconds = (performance.now() - begin) / 1000
  const after = cost(tree)
  socket.destroy()
  latencies.sort((a, b) => a - b)
  console.log(
    `${what.padEnd(28)} ${((after.starts - before.starts) / seconds).toFixed(0).padStart(5)} starts/s` +
      `   supervisor ${(((after.cpu - before.cpu) / seconds) * 100).toFixed(0).padStart(3)} % of a core` +
      `   neighbour p50 ${quantile(latencies, 0.5)} p99 ${quantile(latencies, 0.99)} max ${quantile(latencies, 1)} ms`,
  )
}

test('crash loops', { timeout: 300_000 }, async () => {
  await measure('no crash loop', 0)
  await measure('one crash loop', 1)
  await measure(`${LOOPERS} crash loops`, LOOPERS)
  for (const sync of ['second', 'always']) {
    const file = join(mkdtempSync(join(tmpdir(), 'runock-')), 'journal')
    await measure(`${LOOPERS}, journal synced ${sync}`, LOOPERS, '--journal', file, '--journal-sync', sync)
    rmSync(dirname(file), { recursive: true })
  }
  await measure(`${LOOPERS} crash loops, throttled`, LOOPERS, '--policy', 'throttled')
})
