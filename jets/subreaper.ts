import { type Library } from './file-calls.js'

/** The call by which orphans are ours to reap: no question puts it. */
export interface Subreaper {
  /** Makes us the parent of our descendants whose own parents die (`PR_SET_CHILD_SUBREAPER`). */
  becomeSubreaper(): number
}

const PR_SET_CHILD_SUBREAPER = 36

/** @param errnoOf see `fileCalls` */
export const subreaper = (c: Library, errnoOf: (returned: number) => number): Subreaper => {
  const prctl = c.func(
    'int prctl(int option, unsigned long a, unsigned long b, unsigned long c, unsigned long d)',
  )
  return { becomeSubreaper: () => errnoOf(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)) }
}
