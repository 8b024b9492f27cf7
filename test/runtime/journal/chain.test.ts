import { fc } from '@fast-check/vitest'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { FIRST, ROOM, chainIn, seal, unseal, unsealIn } from '../../../runtime/journal/chain.js'

const chains = fc.stringMatching(/^[0-9a-f]{64}$/)
const bodies = fc
  .dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
  .map((body) => JSON.stringify(body))
  .filter((text) => text.length > 2)

test('what is sealed unseals, with its chain, and only behind the same line', () => {
  fc.assert(
    fc.property(chains, bodies, (previous, body) => {
      const { text, chain } = seal(previous, body)
      const line = Buffer.from(text)
      expect(unseal(previous, line)).toBe(chain)
      expect(chainIn(line)).toBe(chain)
      const other = previous === FIRST ? 'f'.repeat(64) : FIRST
      expect(unseal(other, line)).toBeUndefined()
    }),
  )
})

test('so it does in a buffer, behind the line before, and only the room in front of it changes', () => {
  fc.assert(
    fc.property(chains, bodies, bodies, bodies, fc.boolean(), (start, one, two, other, isOther) => {
      const first = seal(start, one)
      const second = seal(seal(start, isOther ? other : one).chain, two)
      const lines = Buffer.from(`${first.text}\n${second.text}\n${first.text}`)
      const from = Buffer.byteLength(first.text) + 1
      const to = from + Buffer.byteLength(second.text)
      const before = Buffer.from(lines)
      const isRight = !isOther || one === other
      expect(unsealIn(lines, from, to)).toBe(isRight ? second.chain : undefined)
      expect(lines.subarray(from)).toEqual(before.subarray(from))
      expect(lines.subarray(0, from - ROOM)).toEqual(before.subarray(0, from - ROOM))
    }),
  )
})

test('it is JSON still, with one field more, the last', () => {
  fc.assert(
    fc.property(chains, bodies, (previous, body) => {
      const { text, chain } = seal(previous, body)
      const sealed = JSON.parse(text) as Record<string, unknown>
      expect(sealed['chain']).toBe(chain)
      expect(text.startsWith(body.slice(0, -1))).toBe(true)
    }),
  )
})

test('the chain is the SHA-256 that the documentation says', () => {
  fc.assert(
    fc.property(chains, bodies, (previous, body) => {
      expect(seal(previous, body).chain).toBe(
        createHash('sha256')
          .update(previous + body)
          .digest('hex'),
      )
    }),
  )
})

test('any bit that is flipped is seen', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(7), (body, at, bit) => {
      const line = Buffer.from(seal(FIRST, body).text)
      line[at % line.length]! ^= 1 << bit
      expect(unseal(FIRST, line)).toBeUndefined()
    }),
  )
})

test('lines of any length, long ones before short ones', () => {
  let previous = FIRST
  for (const length of [10, 100_000, 4096, 0, 1_000_000, 3]) {
    const { text, chain } = seal(previous, JSON.stringify({ a: 'é'.repeat(length) }))
    expect(unseal(previous, Buffer.from(text))).toBe(chain)
    expect(unseal('', Buffer.from(text))).toBeUndefined()
    previous = chain
  }
})

test('bytes as they come have no chain', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(unseal(FIRST, Buffer.from(bytes))).toBeUndefined()
      expect(chainIn(Buffer.from(bytes))).toBeUndefined()
    }),
  )
})

test('a chain written in capitals, or too short, is none', () => {
  const { text, chain } = seal(FIRST, '{"line":"end"}')
  expect(unseal(FIRST, Buffer.from(text.replace(chain, chain.toUpperCase())))).toBeUndefined()
  expect(chainIn(Buffer.from(text.replace(chain, chain.slice(1))))).toBeUndefined()
  expect(unseal(FIRST, Buffer.from(`,"chain":"${chain}"}`))).toBeUndefined()
})
