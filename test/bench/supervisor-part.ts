import { isLeft } from 'fp-ts/lib/Either.js'
import { Cell, type Noun, NO, YES, cord, list, nock, reference } from '../../nock/index.js'
import { loadFormulas } from '../../runtime/formulas/index.js'
import { type Entry, type Put, decider } from '../../runtime/supervision/decide.js'
import { type Policy, readPolicy } from '../../runtime/supervision/policy.js'
import { type Service, ServiceNoun } from '../../runtime/supervision/service.js'
import { type Life, newLife, step } from '../../runtime/supervision/step.js'
import { productOf } from './product.js'
import { type Contender, race } from './race.js'
import { type Part } from './result.js'
import { type ScaleName, SCALES } from './scale.js'

/** So many decisions are one run: each takes microseconds. */
const TIMES = 1000

const SPAWN = cord('spawn')
const ALIVE = cord('alive')

/** A world that answers at once: every process lives. */
const allWell: Put = () => YES

/** A world where the process has died, and all that is asked for succeeds. */
const died: Put = ({ head: tag }) => (tag === ALIVE ? NO : tag === SPAWN ? 4243 : YES)

/** Measures the supervisor's own work, without the operating system: decisions on what a simulated one answers. */
export const measureSupervisor = (scale: ScaleName): Part => {
  const policy = shippedPolicy()
  const { formula } = policy.get('supervise')!
  const decide = decider()
  const service: Service = { name: cord('web'), state: 1, pid: 4242 }
  const life = newLife(service, true)
  const services = { full: 10_000, quick: 10_000, tiny: 20 }[scale]

  const evaluation = (put: Put, pid: number): Contender => ({
    name: 'runock',
    prepare: () => () => repeat(() => decide(formula, service, [], put)),
    times: TIMES,
    check: (outcome) => {
      const { _tag, rest } = outcome as { _tag: string; rest: Cell }
      if (_tag !== 'Decided' || (rest.tail as Cell).tail !== pid) throw new Error('another decision')
    },
  })
  const stepping = (put: Put, pid: number): Contender => ({
    name: 'runock',
    prepare: () => () => repeat(() => step(policy, decide, life, { _tag: 'Look' }, put)),
    times: TIMES,
    check: (stepped) => {
      if ((stepped as { life: Life }).life.service.pid !== pid) throw new Error('another step')
    },
  })
  const again = (put: Put): readonly Contender[] => {
    const { tape } = decide(formula, service, [], put)
    const subject = (): Cell => new Cell(list(tape as readonly Entry[]), ServiceNoun.encode(service))
    const rest = (product: unknown) => {
      if ((product as Cell).head !== 0) throw new Error('the tape is not used up')
    }
    return [
      {
        name: 'runock',
        prepare: () => () => repeat(() => productOf(nock(subject(), formula))),
        times: TIMES,
        check: rest,
      },
      {
        name: 'reference',
        prepare: () => () => repeat(() => productOf(reference(subject(), formula))),
        times: TIMES,
        check: rest,
      },
    ]
  }
  const sweep: Contender = {
    name: 'runock',
    prepare: () => {
      const lives = Array.from({ length: services }, (_, i) =>
        newLife({ name: cord(`service-${i}`), state: 1, pid: 100 + i }, true),
      )
      return () => {
        for (let i = 0; i < lives.length; i++) {
          lives[i] = step(policy, decide, lives[i]!, { _tag: 'Look' }, allWell).life
        }
        return lives.length
      }
    },
  }

  const rows = [
    row('decide, it lives', '', [evaluation(allWell, 4242)]),
    row('decide, it died', '', [evaluation(died, 4243)]),
    row('step, it lives', '', [stepping(allWell, 4242)]),
    row('step, it died', '', [stepping(died, 4243)]),
    row('decide again, it lives', '', again(allWell)),
    row('decide again, it died', '', again(died)),
    row('sweep, all live', String(services), [sweep]),
  ]
  return {
    rows: rows.map(({ by, ...rest }) => ({ ...rest, by: race(by, SCALES[scale]) })),
    growth: [],
    memory: [],
  }
}

const row = (name: string, size: string, by: readonly Contender[]) => ({
  group: 'supervisor' as const,
  name,
  size,
  by,
})

const repeat = (run: () => unknown): unknown => {
  for (let i = 1; i < TIMES; i++) run()
  return run()
}

const shippedPolicy = (): Policy => {
  const book = loadFormulas()
  const noun: Noun | undefined = isLeft(book) ? undefined : book.right.get('sv')
  const policy = noun === undefined ? undefined : readPolicy(noun)
  if (policy === undefined || isLeft(policy)) throw new Error('no policy sv')
  return policy.right
}
