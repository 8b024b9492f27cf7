import { createRequire } from 'node:module'
import { type FileCalls, type Library, fileCalls } from '../file-calls.js'
import { type Pidfds, pidfds } from '../pidfds.js'
import { type Readiness, readiness } from '../readiness.js'
import { type Subreaper, subreaper } from '../subreaper.js'
import { type Death, type Streams } from './launcher.js'

/**
 * The calls to the C library that Node has no words for, by koffi. A number that comes back as an `errno` is 0 when
 * the call did what it says.
 */
export interface Libc extends FileCalls, Pidfds, Readiness, Subreaper {
  /** fork and exec in one, without copying our memory's page tables; see `native.ts`. */
  spawn(
    program: string,
    args: readonly string[],
    options: SpawnOptions,
  ): { readonly pid: number; readonly errno: number }
  /** `kill(2)`: a negative pid is a whole process group; signal 0 only asks. */
  kill(pid: number, signal: number): number
  /** A child that has died and is not reaped yet, without reaping it; 0 when there is none. */
  anyDead(): number
  /** Reaps this child if it has died; undefined when it lives, or is no child of ours. */
  reap(pid: number): Death | undefined
}

export interface SpawnOptions extends Streams {
  readonly cwd: string
  /** `NAME=value`. */
  readonly env: readonly string[]
  /** The soft limit of file locks that it starts with: see `Mark`. */
  readonly locks?: bigint | undefined
}

/** What `jets/` needs of koffi; its own types would come into ours otherwise. */
interface Koffi {
  load(path: null): Library
  errno(): number
}

const P_ALL = 0
const P_PID = 1
const WNOHANG = 1
const WEXITED = 4
const WNOWAIT = 0x01000000
const CLD_EXITED = 1
const RLIMIT_LOCKS = 10
const O_RDWR = 2
const SETSIGDEF_SETSIGMASK_SETSID = 0x04 | 0x08 | 0x80

/** The C library, or undefined where koffi has no binary for this machine. */
export const loadLibc = (): Libc | undefined => {
  if (process.platform !== 'linux') return undefined
  let koffi: Koffi
  try {
    koffi = createRequire(import.meta.url)('koffi') as Koffi
  } catch {
    return undefined
  }
  const c = koffi.load(null)
  const posix_spawn = c.func(
    'int posix_spawn(_Out_ int *pid, const char *path, void *actions, void *attributes, const char **argv, const char **envp)',
  )
  const actionsInit = c.func('int posix_spawn_file_actions_init(void *actions)')
  const actionsDestroy = c.func('int posix_spawn_file_actions_destroy(void *actions)')
  const addChdir = c.func('int posix_spawn_file_actions_addchdir_np(void *actions, const char *path)')
  const addOpen = c.func(
    'int posix_spawn_file_actions_addopen(void *actions, int fd, const char *path, int flags, unsigned int mode)',
  )
  const addDup2 = c.func('int posix_spawn_file_actions_adddup2(void *actions, int fd, int newfd)')
  const attributesInit = c.func('int posix_spawnattr_init(void *attributes)')
  const setFlags = c.func('int posix_spawnattr_setflags(void *attributes, short flags)')
  const setSigDefault = c.func('int posix_spawnattr_setsigdefault(void *attributes, void *set)')
  const setSigMask = c.func('int posix_spawnattr_setsigmask(void *attributes, void *set)')
  const kill = c.func('int kill(int pid, int signal)')
  const waitid = c.func('int waitid(int type, int id, void *info, int options)')
  const prlimit = c.func('int prlimit(int pid, int resource, void *limit, void *before)')

  const errnoOf = (returned: number): number => (returned === 0 ? 0 : koffi.errno())

  // A session and a process group of its own; no signal blocked, none ignored (Node ignores SIGPIPE).
  const attributes = Buffer.alloc(512)
  const everySignal = Buffer.alloc(128, 0xff)
  const noSignal = Buffer.alloc(128)
  attributesInit(attributes)
  setFlags(attributes, SETSIGDEF_SETSIGMASK_SETSID)
  setSigDefault(attributes, everySignal)
  setSigMask(attributes, noSignal)

  // struct rlimit: soft, hard. A limit of ours is lent to the child; where the hard one is lower, it starts without.
  const ourLocks = Buffer.alloc(16)
  const itsLocks = Buffer.alloc(16)
  prlimit(0, RLIMIT_LOCKS, null, ourLocks)
  ourLocks.copy(itsLocks)

  const actions = Buffer.alloc(256)
  const pidOut = [0]

  // siginfo_t of a child: int si_signo, si_errno, si_code, padding, si_pid, si_uid, si_status
  const info = Buffer.alloc(128)

  return {
    spawn(program, args, { cwd, env, locks, input = '/dev/null', output, errors }) {
      actionsInit(actions)
      addChdir(actions, cwd)
      // onto themselves: Node has them closed on exec, and this undoes it
      if (input === 0) addDup2(actions, 0, 0)
      else addOpen(actions, 0, input, 0, 0)
      if (output === undefined) addDup2(actions, 1, 1)
      else addOpen(actions, 1, output, O_RDWR, 0)
      if (errors === undefined) addDup2(actions, 2, 2)
      else addOpen(actions, 2, errors, O_RDWR, 0)
      if (locks !== undefined) {
        itsLocks.writeBigUInt64LE(locks)
        prlimit(0, RLIMIT_LOCKS, itsLocks, null)
      }
      const errno = posix_spawn(pidOut, program, actions, attributes, [...args, null], [...env, null])
      if (locks !== undefined) prlimit(0, RLIMIT_LOCKS, ourLocks, null)
      actionsDestroy(actions)
      return { pid: errno === 0 ? pidOut[0]! : 0, errno }
    },
    kill: (pid, signal) => errnoOf(kill(pid, signal)),
    anyDead() {
      info.fill(0)
      return waitid(P_ALL, 0, info, WEXITED | WNOHANG | WNOWAIT) === 0 ? info.readInt32LE(16) : 0
    },
    reap(pid) {
      info.fill(0)
      if (waitid(P_PID, pid, info, WEXITED | WNOHANG) !== 0 || info.readInt32LE(16) !== pid) return undefined
      const status = info.readInt32LE(24)
      return info.readInt32LE(8) === CLD_EXITED ? { code: status, signal: 0 } : { code: -1, signal: status }
    },
    ...fileCalls(c, errnoOf),
    ...readiness(c, errnoOf),
    ...pidfds(c, errnoOf),
    ...subreaper(c, errnoOf),
  }
}
