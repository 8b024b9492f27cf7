import fc from 'fast-check'
import { type Atom, atom } from '../../nock/index.js'

/** One of the five atoms around a power of two. */
export const near = (power: number): fc.Arbitrary<Atom> =>
  fc.nat(4).map((n) => atom(2n ** BigInt(power) + BigInt(n - 2)))

/** What a formula that counts counts to in no time. */
export const small: fc.Arbitrary<number> = fc.nat(16)

/** Where JavaScript's and our own representations of numbers change. */
export const edges: fc.Arbitrary<Atom> = fc.oneof(near(31), near(53), near(64))

/** Of so many bits: the number of bits shrinks, and then the bits. */
const wide = (least: number, most: number): fc.Arbitrary<Atom> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.bigInt(0n, 2n ** BigInt(most) - 1n))
    .map(([bits, random]) => atom((2n ** BigInt(most) + random) >> BigInt(most + 1 - bits)))

/** Of hundreds and thousands of bits. */
export const large: fc.Arbitrary<Atom> = wide(65, 4_800)

/** Atoms of all sizes up to some thousand bits, most of them small. */
export const atoms: fc.Arbitrary<Atom> = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.nat(3) },
  { weight: 4, arbitrary: fc.nat(300) },
  { weight: 3, arbitrary: fc.constantFrom(8, 16, 24, 30, 31, 32, 48, 53, 63, 64, 65, 128).chain(near) },
  { weight: 2, arbitrary: wide(1, 100) },
  { weight: 1, arbitrary: large },
)
