import { SWEEP } from '../../../runtime/tree/supervise.js'
import { type Check } from '../check.js'
import { check } from './checker.js'
import { COUNTS, type ModelName } from './counts.js'
import { broken, readMutants } from './mutants.js'
import { type Model, constantOf, namesOf, only, readModel } from './model.js'
import { unchecked } from './unchecked.js'

/** tla-checker comes with the other packages. */
export const missing = (): undefined => undefined

/** The models hold, say what the code does, and would not if they were wrong. */
export async function* checks(): AsyncGenerator<Check> {
  for (const name of Object.keys(COUNTS) as ModelName[]) yield* ofModel(name, readModel(name))
  yield sweepIsPeriod(readModel('runit_timed'))
  yield* ofMutants()
}

function* ofModel(model: ModelName, its: Model): Generator<Check> {
  const { invariants, properties } = namesOf(its)
  for (const name of [...invariants, ...properties]) {
    const { holds, said } = check(only(its, name))
    yield { name: `${model}.tla: ${name}`, ok: holds, said }
  }
  const { holds, states, said } = check(its)
  const wanted = COUNTS[model].states
  yield {
    name: `${model}.tla: all of it, and no dead end`,
    ok: holds && states === wanted,
    said: said === '' ? counted(states, wanted, 'distinct states') : said,
  }
  const faults = unchecked(its)
  yield {
    name: `${model}.tla: all that it claims is checked`,
    ok: faults.length === 0,
    said: faults.join('; ') || [...invariants, ...properties].join(', '),
  }
}

/** The sweep of the model is the sweep of the supervisor, and T + B is less than a second. */
const sweepIsPeriod = (timed: Model): Check => {
  const [unit, period, bound] = ['Unit', 'Period', 'Bound'].map((name) => constantOf(timed, name))
  const [T, B] = [period! * unit!, bound! * unit!]
  return {
    name: 'runit_timed.cfg: T is SWEEP of runtime/tree/supervise.ts, and T + B is less than a second',
    ok: T === SWEEP && T + B < 1000,
    said: `T ${T} ms, SWEEP ${SWEEP} ms, B ${B} ms`,
  }
}

function* ofMutants(): Generator<Check> {
  const caught = new Set<string>()
  for (const { name, about, of, model, breaks } of readMutants()) {
    const found = broken(model)
    for (const one of found) caught.add(`${of} ${one}`)
    const same = found.join(' ') === breaks.join(' ')
    yield {
      name: `mutant ${name} is caught`,
      ok: same && found.length > 0,
      said: `${about} ${same ? `Breaks ${found.join(', ')}` : `Breaks ${found.join(', ')}, not ${breaks.join(', ')}`}`,
    }
  }
  for (const model of Object.keys(COUNTS) as ModelName[]) {
    const { invariants, properties } = namesOf(readModel(model))
    const never = [...invariants, ...properties].filter((name) => !caught.has(`${model} ${name}`))
    yield {
      name: `${model}.tla: each claim is broken by a mutant`,
      ok: never.length === 0,
      said: never.length === 0 ? '' : `not ${never.join(', ')}`,
    }
  }
}

const counted = (found: number, wanted: number, what: string): string =>
  found === wanted ? `${found} ${what}` : `${found} ${what}, not ${wanted}`
