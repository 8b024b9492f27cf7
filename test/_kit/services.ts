import { fc } from '@fast-check/vitest'
import { type Atom, type Noun, atom, cord } from '../../nock/index.js'
import { type Put } from '../../runtime/supervision/decide.js'
import { type Service } from '../../runtime/supervision/service.js'
import { trees } from './subjects.js'

/** Names of services: texts as cords, of any length, and atoms that are no text. */
export const names: fc.Arbitrary<Atom> = fc.oneof(
  fc.constantFrom('web', 'redis-server', 'größer', 'a name of more bytes than a number holds').map(cord),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => cord(text.replace(/\0+$/, ''))),
  fc.bigInt(0n, 2n ** 600n).map(atom),
)

/** The pids of Linux, and whether they are among the smallest or the largest. */
export const pids: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 4_194_304 }),
  fc.constantFrom(1, 2, 65_535, 65_536, 4_194_303, 4_194_304),
)

export const downServices: fc.Arbitrary<Service> = names.map((name) => ({ name, state: 0, pid: 0 }))

export const upServices: fc.Arbitrary<Service> = fc
  .tuple(names, pids)
  .map(([name, pid]) => ({ name, state: 1, pid }))

export const services: fc.Arbitrary<Service> = fc.oneof(downServices, upServices)

/** What a world will answer, drawn beforehand: yes or no to each question in turn, and the pids that it gives. */
export interface Answers {
  readonly yes: readonly boolean[]
  readonly pid: number
}

export const answers: fc.Arbitrary<Answers> = fc.record({
  yes: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  pid: pids,
})

/** A world that answers so, at once, and what it was asked. */
export const world = ({ yes, pid }: Answers): { readonly put: Put; readonly asked: Noun[] } => {
  const asked: Noun[] = []
  return {
    asked,
    put: (request) => {
      const isYes = yes[asked.length % yes.length]!
      asked.push(request)
      return request.head === SPAWN ? (isYes ? pid : 0) : isYes ? 0 : 1
    },
  }
}

const SPAWN = cord('spawn')

/** Entries that may stand on a tape behind what a formula asks for. */
export const surplus: fc.Arbitrary<readonly Noun[]> = fc.array(trees, { maxLength: 4 })
