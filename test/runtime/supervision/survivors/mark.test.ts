import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { isMarkNumber, markNumber, markOf, readMark } from '../../../../runtime/supervision/survivors/mark.js'

const identity = fc
  .tuple(fc.nat(), fc.nat(), fc.float({ min: 0, noNaN: true, noDefaultInfinity: true }))
  .map((parts) => parts.join(':'))
const script = fc.constantFrom('run', 'finish', 'check')
const launch = fc.bigInt({ min: 0n, max: 2n ** 62n })

test('the text of a mark says what it was made of', () => {
  fc.assert(
    fc.property(fc.record({ identity, script, launch }), (what) => {
      expect(readMark(markOf(what).text)).toEqual(what)
    }),
  )
})

test('whatever somebody sets instead is no mark, or one that reads back', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const mark = readMark(text)
      expect(mark === undefined || readMark(markOf(mark).text) !== undefined).toBe(true)
    }),
  )
})

test('the number is one that the limit can have, and is known for a mark', () => {
  fc.assert(
    fc.property(identity, script, (of, which) => {
      const number = markNumber(of, which)
      expect(isMarkNumber(number)).toBe(true)
      expect(number > 0n && number < 2n ** 63n).toBe(true)
    }),
  )
})

test('the limits that people set are no marks', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e9 }), (limit) => {
      expect(isMarkNumber(BigInt(limit))).toBe(false)
      expect(isMarkNumber(2n ** 64n - 1n)).toBe(false) // unlimited
    }),
  )
})

test('two services, or two scripts, differ in it', () => {
  fc.assert(
    fc.property(identity, script, identity, script, (a, one, b, other) => {
      expect(markNumber(a, one) === markNumber(b, other)).toBe(a === b && one === other)
    }),
  )
})
