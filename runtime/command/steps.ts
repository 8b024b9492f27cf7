import { type Either, left, right } from '../../nock/either.js'

/** A number of steps: `1000000`, `1.000.000` or `1e6`. */
export const steps = (text: string): Either<string, number> => {
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text
  const n = /^\d+(e\d+)?$/.test(plain) ? Number(plain) : NaN
  return Number.isSafeInteger(n) && n > 0
    ? right(n)
    : left('a number of steps, such as 1000000, 1.000.000 or 1e6')
}
