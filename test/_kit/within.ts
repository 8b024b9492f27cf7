import { runInThisContext } from 'node:vm'

/**
 * The value of a computation, unless it takes longer than this many seconds: then it is ended, and an error says so. For
 * what may never come back; the test runner's own limit ends no computation that waits for nothing.
 *
 * @example
 * within(10, () => whyOpen(formula))
 */
export const within = <A>(seconds: number, compute: () => A): A => {
  const here = globalThis as { computeWithin?: (() => unknown) | undefined }
  here.computeWithin = compute
  try {
    return runInThisContext('computeWithin()', { timeout: seconds * 1000 }) as A
  } finally {
    here.computeWithin = undefined
  }
}
