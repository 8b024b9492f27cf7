import { setTimeout as pause } from 'node:timers/promises'
import { type Bench } from './bench.js'
import { type Contender, RUNIT, RUNOCK } from './contenders.js'
import { Fleets } from './fleets.js'
import { type Row, figureOf } from './result.js'
import { restarts } from './restart-part.js'
import { type Scale } from './scale.js'

/** What so many services cost that have nothing to do: time of a core, and memory; and a restart among them. */
export const crowdPart = async (
  bench: Bench,
  contenders: readonly Contender[],
  scale: Scale,
): Promise<readonly Row[]> => [
  ...(await crowd(bench, contenders, scale)),
  ...(scale.most === 0 ? [] : await most(bench, contenders, scale.most)),
]

const crowd = async (
  bench: Bench,
  contenders: readonly Contender[],
  { crowd: services, idleSeconds, crowdKills }: Scale,
): Promise<readonly Row[]> => {
  await using fleets = await Fleets.start(bench, contenders, services)
  await pause(2_000) // what follows on the start is over
  const before = fleets.running.map((fleet) => {
    const supervisors = fleet.supervisors()
    return { fleet, supervisors, cpu: fleet.cpu(supervisors), at: performance.now() }
  })
  await pause(idleSeconds * 1000)
  const idle = before.map(({ fleet, supervisors, cpu, at }) => {
    const spent = (fleet.cpu(supervisors) - cpu) / (performance.now() - at)
    return [fleet.contender.name, figureOf([100 * spent])] as const
  })
  const memory = fleets.running.map(
    (fleet) => [fleet.contender.name, figureOf([fleet.memory() / 1e6])] as const,
  )
  return [
    { part: 'idle', what: `idle, ${services} services, of a core`, unit: '%', by: Object.fromEntries(idle) },
    {
      part: 'memory',
      what: `memory (PSS) at ${services}, after a while`,
      unit: 'MB',
      by: Object.fromEntries(memory),
    },
    ...(await restarts(fleets, 'restart', `restart, ${services} services`, services, crowdKills)),
  ]
}

const most = async (
  bench: Bench,
  contenders: readonly Contender[],
  services: number,
): Promise<readonly Row[]> => {
  const two = contenders.filter((contender) => contender === RUNOCK || contender === RUNIT)
  await using fleets = await Fleets.start(bench, two, services)
  const by = (value: (fleet: Fleets['running'][number]) => number): Row['by'] => ({
    ...Object.fromEntries(fleets.running.map((fleet) => [fleet.contender.name, figureOf([value(fleet)])])),
    ...Object.fromEntries([...fleets.failed].map(([name, failed]) => [name, { failed }])),
  })
  return [
    { part: 'start', what: `start until ${services} are up`, unit: 'ms', by: by((fleet) => fleet.startTime) },
    {
      part: 'memory',
      what: `memory (PSS) at ${services}`,
      unit: 'MB',
      by: by((fleet) => fleet.memory() / 1e6),
    },
  ]
}
