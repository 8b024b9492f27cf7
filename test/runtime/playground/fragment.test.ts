import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { fragmentOf, placeOfFragment } from '../../../runtime/playground/fragment.js'

test('a place comes back from its fragment', () => {
  const text = fc.string({ unit: 'grapheme' })
  const place = fc.record(
    {
      subject: text,
      formula: text,
      step: fc.integer({ min: 1, max: 1e15 - 1 }),
      expanded: fc.constant(true),
      lesson: text,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(place, (there) => {
      expect(placeOfFragment('#' + fragmentOf(there))).toEqual(there)
    }),
  )
})

test('blanks may be written as + or as %20', () => {
  expect(placeOfFragment('s=1&f=[4%200+1]')).toEqual({ subject: '1', formula: '[4 0 1]' })
})

test('what a link does not say well is not there', () => {
  expect(placeOfFragment('')).toEqual({})
  expect(placeOfFragment('#n=-1&x=2&else=3')).toEqual({})
  expect(placeOfFragment('#n=1e9&s=%zz')).toEqual({ subject: '%zz' })
})
