import { expect, test } from 'vitest'
import { LineJson, timed } from '../../../runtime/output/line-json.js'

test.each([
  ['@400000000000000a00000000 hello', '1970-01-01T00:00:00.000Z', 'hello'],
  ['@400000006920a1b80b2f4c3c a b', '2025-11-21T17:30:22.187Z', 'a b'],
  ['@ffffffffffffffff00000000 far', undefined, 'far'],
  ['2026-12-01_03:17:12.91178 hello', '2026-12-01T03:17:12.911Z', 'hello'],
  ['2026-12-01T03:17:12.91178 hello', '2026-12-01T03:17:12.911Z', 'hello'],
  ['hello', undefined, 'hello'],
  ['@40 hello', undefined, '@40 hello'],
  ['', undefined, ''],
])('%s', (text, time, line) => {
  expect(timed(text)).toEqual({ time, line })
})

test('is made of whole lines, wherever the pieces end', () => {
  const json = new LineJson('web')
  const bytes = Buffer.from('ä\n\nb')
  const pieces = [...bytes].map((byte) => json.add(Uint8Array.of(byte)))
  const lines = [...pieces, json.rest()].join('').trimEnd().split('\n')
  expect(lines.map((text) => JSON.parse(text))).toEqual(
    ['ä', '', 'b'].map((line) => ({ service: 'web', time: null, line })),
  )
})
