import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { chooseLeader } from '../../../../runtime/supervision/survivors/choose.js'
import { type Marked } from '../../../../runtime/supervision/survivors/snapshot.js'

/** A process that leads a session and a group, orphaned. */
const leader = (pid: number, launch: bigint | undefined, more: Partial<Marked> = {}): Marked => ({
  pid,
  parent: 1,
  group: pid,
  session: pid,
  started: pid * 10,
  text: undefined,
  number: undefined,
  launch,
  ...more,
})

const LAST = { pid: 50, started: 500, launch: 5n }

test('the last one that was written down, as long as it lives, whatever else there is', () => {
  expect(chooseLeader([leader(60, 6n)], LAST, true)).toBe(LAST)
  expect(chooseLeader([], LAST, true)).toBe(LAST)
})

test('one that was started later, and not written down any more', () => {
  expect(chooseLeader([leader(60, 6n)], LAST, false)).toEqual({ pid: 60, started: 600, launch: 6n })
})

test('none of the last start, or of one before, or of nobody knows which, when the last one is dead', () => {
  expect(chooseLeader([leader(51, 5n), leader(41, 4n), leader(61, undefined)], LAST, false)).toBeUndefined()
})

test('when it is not known which was the last one: of the latest, the one that the others descend from', () => {
  const child = leader(70, 6n, { parent: 65 })
  const between = leader(65, 6n, { parent: 60, group: 60, session: 60 })
  const old = leader(10, 4n)
  expect(chooseLeader([child, old, between, leader(60, 6n)], undefined, false)?.pid).toBe(60)
})

test('of two that do not descend from each other the older one', () => {
  expect(chooseLeader([leader(70, undefined), leader(60, undefined)], undefined, false)?.pid).toBe(60)
  const [a, b] = [leader(70, 1n, { started: 9 }), leader(60, 1n, { started: 9 })]
  expect(chooseLeader([a, b], undefined, false)?.pid).toBe(60)
})

test('never one that does not lead its session', () => {
  expect(chooseLeader([leader(60, 6n, { session: 50 })], undefined, false)).toBeUndefined()
  expect(chooseLeader([leader(60, 6n, { group: 50 })], undefined, false)).toBeUndefined()
})

const pid = fc.integer({ min: 1, max: 12 })
const process: fc.Arbitrary<Marked> = fc
  .record({
    pid,
    up: fc.nat(),
    leads: fc.boolean(),
    started: fc.nat(5),
    launch: fc.option(fc.bigInt(1n, 4n)),
  })
  .map(({ pid: own, up, leads, launch, started }) =>
    leader(own, launch ?? undefined, { started, parent: up % own, ...(leads ? {} : { group: 99 }) }),
  )
const processes = fc.uniqueArray(process, { selector: (one) => one.pid })
const last = fc.option(fc.record({ pid, started: fc.nat(5), launch: fc.bigInt(0n, 4n) }), { nil: undefined })

test('it is the same in whatever order they are found, and it always ends', () => {
  fc.assert(
    fc.property(processes, last, fc.boolean(), fc.integer(), (all, one, lives, seed) => {
      const mixed = all.toSorted((a, b) => ((a.pid * seed) % 13) - ((b.pid * seed) % 13))
      expect(chooseLeader(mixed, one, lives)).toEqual(chooseLeader(all, one, lives))
    }),
  )
})

test('where there is a candidate, and it is of a later start, there is one', () => {
  fc.assert(
    fc.property(processes, last, (all, one) => {
      const leads = all.filter(({ pid: own, group }) => own === group)
      const later = leads.filter(({ launch }) => one === undefined || (launch ?? 0n) > one.launch)
      expect(chooseLeader(all, one, false) === undefined).toBe(later.length === 0)
    }),
  )
})

test('no clock comes into it: nothing here asks for the time', () => {
  const directory = join(import.meta.dirname, '../../../../runtime/supervision/survivors')
  const code = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'utf8'))
  expect(code.length).toBeGreaterThan(5)
  expect(code.join('\n')).not.toMatch(/\bDate\b|uptime|btime\b(?!Ms)|mtime|ctime|performance/)
})
