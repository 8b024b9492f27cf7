import { setTimeout as pause } from 'node:timers/promises'
import { type Bench } from './bench.js'
import { type Contender, LADEN } from './contenders.js'
import { Fleets } from './fleets.js'
import { type Row, figureOf } from './result.js'
import { type Scale } from './scale.js'

const SERVICES = 20
/** A service is killed again after more than a second: runit has one between two starts. */
const BETWEEN = 1_200

/** From a kill to the next process's `main`: one kill after another, each contender in its turn. */
export const restartPart = async (
  bench: Bench,
  contenders: readonly Contender[],
  scale: Scale,
): Promise<readonly Row[]> => {
  await using fleets = await Fleets.start(bench, [...contenders, LADEN], SERVICES)
  return await restarts(fleets, 'restart', `restart, ${SERVICES} services`, SERVICES, scale.kills)
}

/** Kills so many services of each fleet in turns; those who always wait a second are killed less often. */
export const restarts = async (
  { running, failed }: Fleets,
  part: string,
  what: string,
  services: number,
  kills: number,
): Promise<readonly Row[]> => {
  const times = new Map(running.map((fleet) => [fleet, [] as number[]]))
  const by: Record<string, Row['by'][string]> = {}
  for (const [name, why] of failed) by[name] = { failed: why }
  for (let kill = 0; kill < kills; kill++) {
    const begin = performance.now()
    for (const fleet of running) {
      if (fleet.contender.isSlow === true && kill % 20 !== 0) continue
      if (by[fleet.contender.name] !== undefined) continue
      try {
        times.get(fleet)!.push(await fleet.kill(fleet.services[kill % fleet.services.length]!))
      } catch (error) {
        by[fleet.contender.name] = { failed: (error as Error).message }
      }
    }
    await pause(Math.max(0, BETWEEN / Math.min(services, 100) - (performance.now() - begin)))
  }
  for (const [fleet, all] of times) by[fleet.contender.name] ??= figureOf(all)
  return [{ part, what, unit: 'ms', by }]
}
