/** The calls about files that Node has no words for. No question puts them: they keep `supervise/` and the journal. */
export interface FileCalls {
  /** `mkfifo(3)`. */
  mkfifo(path: string, mode: number): number
  /** `renameat2(2)` with RENAME_EXCHANGE: two files take each other's name, at once. */
  exchange(one: string, other: string): number
  /** `flock(2)`, exclusive, without waiting. */
  lock(fd: number): number
}

/** The C library, as koffi has it. */
export interface Library {
  func(prototype: string): (...args: unknown[]) => number
}

const AT_FDCWD = -100
const RENAME_EXCHANGE = 2
const LOCK_EX_NB = 2 | 4

/** @param errnoOf of what a call returned, just now: 0, or the error's number */
export const fileCalls = (c: Library, errnoOf: (returned: number) => number): FileCalls => {
  const mkfifo = c.func('int mkfifo(const char *path, unsigned int mode)')
  const renameat2 = c.func(
    'int renameat2(int from, const char *one, int to, const char *other, unsigned int flags)',
  )
  const flock = c.func('int flock(int fd, int operation)')
  return {
    mkfifo: (path, mode) => errnoOf(mkfifo(path, mode)),
    exchange: (one, other) => errnoOf(renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)),
    lock: (fd) => errnoOf(flock(fd, LOCK_EX_NB)),
  }
}
