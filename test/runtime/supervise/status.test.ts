import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Status, decodeStatus, encodeStatus, statText } from '../../../runtime/supervise/status.js'

const status: fc.Arbitrary<Status> = fc.record({
  // 1975 to 2100, to a fraction of a millisecond
  since: fc.double({ min: 150_000_000_000, max: 4_102_444_800_000, noNaN: true }),
  pid: fc.nat({ max: 4_194_304 }),
  paused: fc.boolean(),
  want: fc.constantFrom('up', 'down'),
  gotTerm: fc.boolean(),
  state: fc.constantFrom('down', 'run', 'finish'),
})

describe('status', () => {
  test('survives its 20 bytes', () => {
    fc.assert(
      fc.property(status, (before) => {
        expect(decodeStatus(encodeStatus(before))).toEqual({ _tag: 'Right', right: before })
      }),
    )
  })

  test('of any bytes has a value or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeStatus(bytes)
        expect(decoded).toHaveProperty(decoded._tag === 'Left' ? 'left' : 'right')
      }),
    )
  })

  test('counts nanoseconds below a second', () => {
    fc.assert(
      fc.property(status, fc.nat(2 ** 32 - 1), (before, second) => {
        const bytes = encodeStatus({ ...before, since: second * 1000 + 999.9999999 })
        expect(new DataView(bytes.buffer).getUint32(8)).toBeLessThan(1e9)
      }),
    )
  })

  test('is laid out as runit lays it out', () => {
    const bytes = encodeStatus({
      since: 1_700_000_000_250,
      pid: 0x01020304,
      paused: true,
      want: 'down',
      gotTerm: true,
      state: 'finish',
    })
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '400000006553f10a' + '0ee6b280' + '04030201' + '01' + '64' + '01' + '02',
    )
  })

  test.each([
    [new Uint8Array(0), '0 bytes, not 20'],
    [new Uint8Array(20), 'wants 0, neither u nor d'],
    [
      Uint8Array.from({ length: 20 }, (_, i) => (i === 17 ? 0x75 : i === 19 ? 3 : 0)),
      'state 3, none of 0, 1, 2',
    ],
  ])('of other bytes says what is wrong', (bytes, reason) => {
    expect(decodeStatus(bytes)).toEqual({ _tag: 'Left', left: reason })
  })

  const plain: Status = { since: 0, pid: 7, paused: false, want: 'up', gotTerm: false, state: 'run' }
  test.each([
    [plain, false, 'run\n'],
    [{ ...plain, paused: true, gotTerm: true, want: 'down' }, false, 'run, paused, got TERM, want down\n'],
    [{ ...plain, want: 'down' }, true, 'run, want exit\n'],
    [{ ...plain, want: 'down', state: 'finish' }, false, 'finish, want down\n'],
    [{ ...plain, want: 'down', state: 'down', pid: 0 }, true, 'down\n'],
  ] as const)('as text is runit’s line', (status, exits, text) => {
    expect(statText(status, exits)).toBe(text)
  })
})
