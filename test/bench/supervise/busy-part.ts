import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { type Bench } from './bench.js'
import { type Contender } from './contenders.js'
import { Fleet } from './fleet.js'
import { type Row, figureOf } from './result.js'
import { type Scale } from './scale.js'

/** Kills at random moments while the state is asked for in a loop: restarts, answers, and whether all are up, once. */
export const busyPart = async (
  bench: Bench,
  contenders: readonly Contender[],
  { busy }: Scale,
): Promise<readonly Row[]> => {
  const found = new Map<string, Record<string, Row['by'][string]>>(
    Object.values(WHAT).map((what) => [what, {}]),
  )
  for (const contender of contenders) {
    const { name, status } = contender
    if (status === undefined || contender.isSlow === true) continue
    try {
      const { restarts, answers, wrong, lost, doubled } = await measure(bench, contender, status, busy)
      found.get(WHAT.restarts)![name] = figureOf(restarts)
      found.get(WHAT.answers)![name] = figureOf(answers)
      found.get(WHAT.wrong)![name] = figureOf([wrong])
      found.get(WHAT.lost)![name] = figureOf([lost])
      found.get(WHAT.doubled)![name] = figureOf([doubled])
    } catch (error) {
      found.get(WHAT.restarts)![name] = { failed: (error as Error).message }
    }
  }
  const many = `${busy.kills} kills in ${busy.seconds} s over ${busy.services} services`
  return [...found].map(([what, by]) => ({
    part: 'busy',
    what: `${many}: ${what}`,
    unit: what === WHAT.restarts || what === WHAT.answers ? 'ms' : 'count',
    by,
  }))
}

const WHAT = {
  restarts: 'restart',
  answers: 'sv status',
  wrong: 'answers that failed',
  lost: 'services lost',
  doubled: 'services doubled',
} as const

const measure = async (
  bench: Bench,
  contender: Contender,
  status: (service: string) => readonly string[],
  { services, kills, seconds }: Scale['busy'],
) => {
  await using fleet = await Fleet.start(bench, contender, services)
  const answers: number[] = []
  let wrong = 0
  const asking = spawn(bench.repeat, [...status(fleet.services[0]!)], { stdio: ['ignore', 'pipe', 'ignore'] })
  createInterface(asking.stdout).on('line', (line) => {
    const [nanoseconds, code] = line.split(' ').map(Number)
    answers.push(nanoseconds! / 1e6)
    if (code !== 0) wrong++
  })
  const begin = performance.now()
  const restarts: Promise<number>[] = []
  const restarting = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    await pause(Math.max(0, begin + (kill * seconds * 1000) / kills - performance.now()))
    const living = fleet.services.filter((service) => !restarting.has(service))
    const service = living[Math.floor(Math.random() * living.length)]
    if (service === undefined) continue
    restarting.add(service)
    const restart = fleet.kill(service)
    restarts.push(restart)
    restart.then(
      () => restarting.delete(service),
      () => {},
    )
  }
  const ended = await Promise.allSettled(restarts)
  asking.kill('SIGKILL')
  return {
    restarts: ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
    answers,
    wrong,
    lost: restarting.size,
    doubled: fleet.doubled,
  }
}
