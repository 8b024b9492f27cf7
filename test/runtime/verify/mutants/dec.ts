import { isAtom, isCell, type Noun } from '../../../../nock/index.js'
import { type Mutant, crash, mutant, dec } from './mutant.js'

const depth = (noun: Noun): number => (isAtom(noun) ? 0 : 1 + Math.max(depth(noun.head), depth(noun.tail)))

export const mutantsOfDec: readonly Mutant[] = [
  [
    'dec: the number itself',
    /another value/,
    () => mutant(dec, (n, right) => (isAtom(n) && n > 0 ? n : right())),
  ],
  [
    'dec: one too far',
    /another value/,
    () => mutant(dec, (n, right) => (typeof n === 'number' && n > 1 ? n - 2 : right())),
  ],
  ['dec: 0 goes to 0', /never ends/, () => mutant(dec, (n, right) => (n === 0 ? 0 : right()))],
  ['dec: 0 goes below', /no noun/, () => mutant(dec, (n, right) => (n === 0 ? -1 : right()))],
  ['dec: cells go to themselves', /never ends/, () => mutant(dec, (n, right) => (isCell(n) ? n : right()))],
  [
    'dec: wrong at 2^31',
    /another value/,
    () => mutant(dec, (n, right) => (n === 2 ** 31 ? 2 ** 31 : right())),
  ],
  [
    'dec: signed from 2^31 on',
    /no noun|another value/,
    () => mutant(dec, (n, right) => (typeof n === 'number' && n > 0 ? (n | 0) - 1 : right())),
  ],
  ['dec: wrong at 2^53', /another value/, () => mutant(dec, (n, right) => (n === 2n ** 53n ? 0 : right()))],
  [
    'dec: a bigint for 2^53 - 1',
    /no noun/,
    () => mutant(dec, (n, right) => (typeof n === 'bigint' ? n - 1n : right())),
  ],
  [
    'dec: wrong at 2^64',
    /another value/,
    () => mutant(dec, (n, right) => (n === 2n ** 64n ? 2n ** 63n : right())),
  ],
  [
    'dec: floats',
    /another value|no noun|crashes where/,
    () => mutant(dec, (n, right) => (typeof n === 'bigint' ? BigInt(Number(n)) - 1n : right())),
  ],
  [
    'dec: no bigints',
    /crashes where/,
    () => mutant(dec, (n, right) => (typeof n === 'bigint' ? crash(n, dec) : right())),
  ],
  [
    'dec: a TypeError on bigints',
    /throws/,
    () => mutant(dec, (n, right) => (isAtom(n) && n !== 0 ? (n as number) - 1 : right())),
  ],
  [
    'dec: never ends at 2^53',
    /does not end/,
    () =>
      mutant(dec, (n, right) => {
        while (n === 2n ** 53n);
        return right()
      }),
  ],
  [
    'dec: counts, as its formula does',
    /does not end/,
    () =>
      mutant(dec, (n, right) => {
        if (typeof n === 'number') for (let i = 0; i < n; i++);
        return right()
      }),
  ],
  [
    'dec: recursive on deep and shared cells',
    /throws|does not end/,
    () => mutant(dec, (n, right) => (depth(n) > 1e9 ? 0 : right())),
  ],
]
