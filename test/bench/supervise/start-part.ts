import { type Bench } from './bench.js'
import { type Contender } from './contenders.js'
import { Fleet } from './fleet.js'
import { type Row, figureOf } from './result.js'
import { type Scale } from './scale.js'

/** From a supervisor's start until so many services are up: contenders in turns. Its memory then. */
export const startPart = async (
  bench: Bench,
  contenders: readonly Contender[],
  scale: Scale,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const { services, rounds } of scale.starts) {
    const starts = new Map<string, number[]>()
    const memory = new Map<string, number[]>()
    const failed: Record<string, { failed: string }> = {}
    for (let round = 0; round < rounds; round++) {
      for (const contender of contenders) {
        const { name, most = Infinity } = contender
        if (services > most || failed[name] !== undefined) continue
        try {
          await using fleet = await Fleet.start(bench, contender, services)
          append(starts, name, fleet.startTime)
          append(memory, name, fleet.memory() / 1e6)
        } catch (error) {
          failed[name] = { failed: (error as Error).message }
        }
      }
    }
    const by = (values: Map<string, number[]>): Row['by'] => ({
      ...Object.fromEntries([...values].map(([name, all]) => [name, figureOf(all)])),
      ...failed,
    })
    rows.push({ part: 'start', what: `start until ${services} are up`, unit: 'ms', by: by(starts) })
    rows.push({ part: 'memory', what: `memory (PSS) at ${services}`, unit: 'MB', by: by(memory) })
  }
  return rows
}

const append = (values: Map<string, number[]>, name: string, value: number): void => {
  const others = values.get(name)
  if (others === undefined) values.set(name, [value])
  else others.push(value)
}
