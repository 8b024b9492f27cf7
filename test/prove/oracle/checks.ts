import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Evaluate } from '../../_kit/outcome.js'
import { agreeSeed } from '../../_kit/seed.js'
import { type Check } from '../check.js'
import { type Answered, FUEL, STEPS, agreement, agrees, evaluated } from './agreement.js'
import { buildOracle } from './oracle.js'
import { sabotagedReference } from './sabotage.js'
import { SABOTAGES } from './sabotages.js'

export { missing } from './oracle.js'

/** So many pairs are compared. */
const PAIRS = 100_000

/** The interpreters come to what the proved evaluator comes to, and would be found out if they did not. */
export async function* checks(): AsyncGenerator<Check> {
  const seed = agreeSeed()
  const directory = mkdtempSync(join(tmpdir(), 'runock-sabotage-'))
  const oracle = await buildOracle(FUEL)
  try {
    const hunt = await Hunt.begin(directory)
    let [pairs, values, leftOut] = [0, 0, 0]
    const differences: string[] = []
    for await (const chunk of agreement(oracle, seed)) {
      hunt.go(chunk.answered, pairs)
      pairs += chunk.answered.length
      values += chunk.values
      leftOut += chunk.leftOut
      differences.push(...chunk.differences)
      if (pairs >= PAIRS) break
    }
    yield {
      name: 'the reference and the machine come to what the proved evaluator comes to, value or crash',
      ok: differences.length === 0,
      said: `${pairs} pairs, seed ${seed}, ${differences.length === 0 ? 'no difference' : differences.slice(0, 3).join('; ')}`,
    }
    yield { name: 'over half of them have a value', ok: values > pairs / 2, said: share(values, pairs) }
    yield {
      name: 'next to none is left out',
      ok: leftOut < pairs / 50,
      said: `${leftOut} take more than ${STEPS} reductions`,
    }
    yield* hunt.found()
  } finally {
    oracle.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

const share = (some: number, all: number): string => `${((100 * some) / all).toFixed(1)} %`

/** Looks, for each sabotaged reference, for the first pair where the oracle says otherwise. */
class Hunt {
  /** The number of the pair that found it out. */
  private readonly by = new Map<string, number>()
  private readonly sabotaged: ReadonlyMap<string, Evaluate>

  private constructor(sabotaged: ReadonlyMap<string, Evaluate>) {
    this.sabotaged = sabotaged
  }

  static async begin(directory: string): Promise<Hunt> {
    const sabotaged = new Map<string, Evaluate>()
    for (const [i, sabotage] of SABOTAGES.entries())
      sabotaged.set(sabotage.name, await sabotagedReference(sabotage, join(directory, String(i))))
    return new Hunt(sabotaged)
  }

  /** @param before how many pairs there were */
  go(answered: readonly Answered[], before: number): void {
    for (const [name, evaluate] of this.sabotaged) {
      if (this.by.has(name)) continue
      const at = answered.findIndex(({ pair, said }) => !agrees(evaluated(evaluate, pair, STEPS), said))
      if (at !== -1) this.by.set(name, before + at + 1)
    }
  }

  *found(): Generator<Check> {
    for (const name of this.sabotaged.keys()) {
      const by = this.by.get(name)
      yield {
        name: `sabotage is caught: ${name}`,
        ok: by !== undefined,
        said: by === undefined ? '' : `by pair ${by}`,
      }
    }
  }
}
