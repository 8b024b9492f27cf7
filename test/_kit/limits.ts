import { execFileSync } from 'node:child_process'

/** A command that becomes another one as a user whom limits on processes hold, with root's right to read and write. */
export const AS_NOBODY: readonly string[] = [
  'setpriv',
  '--reuid=65534',
  '--regid=65534',
  '--clear-groups',
  '--inh-caps=-all,+dac_override,+dac_read_search',
  '--ambient-caps=-all,+dac_override,+dac_read_search',
  '--',
]

/**
 * Lowers a limit of a running process; its answer sets it again as it was.
 *
 * @param through a command that becomes a user who may: the process's own
 */
export const limit = (
  pid: number,
  resource: 'nofile' | 'nproc',
  value: number,
  through: readonly string[] = [],
): (() => void) => {
  const prlimit = (...args: readonly string[]): string => {
    const [program, ...rest] = [...through, 'prlimit', '--pid', String(pid), ...args]
    return execFileSync(program!, rest, { encoding: 'utf8' })
  }
  const before = prlimit(`--${resource}`, '--output=SOFT', '--noheadings', '--raw').trim()
  prlimit(`--${resource}=${value}:`) // the hard limit stays
  return () => void prlimit(`--${resource}=${before}:`)
}
