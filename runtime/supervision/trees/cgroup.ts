import { mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CgroupMount, cgroupDirectory, cgroupMount } from './cgroup-mount.js'

const SIGKILL = 9

/**
 * The cgroup of a service, below that of its supervisor: whoever is born in it stays, and so does all that it starts,
 * whatever it does to its session, its environment and its limits. There only as long as there is somebody in it.
 *
 * Where it cannot be had (no cgroup v2, or not ours to write) nothing here does anything, and nobody is in it.
 */
export class Cgroup {
  private readonly path: string

  /** @param path see `cgroupOf` */
  constructor(path: string) {
    this.path = path
  }

  /**
   * Starts a process that is born in here, by going there and back ourselves. Were it moved once it runs, what it has
   * started by then would stay outside; and were it to move itself, its `run` would not be what was started. The way in
   * waits for all of the system's processors, some milliseconds; the way back, right after it, does not.
   *
   * @param start starts it, before it returns
   */
  start<A>(start: () => A): A {
    const home = this.enter()
    try {
      return start()
    } finally {
      if (home !== undefined) {
        write(join(home, 'cgroup.procs'), '0')
        this.isGone() // should nothing have started
      }
    }
  }

  /** Signals all that are in it, and in those below. */
  signal(signal: number): void {
    if (this.isOurs()) return
    // since Linux 5.14; nobody slips through by starting another
    if (signal === SIGKILL && write(join(this.path, 'cgroup.kill'), '1')) return
    for (const pid of pidsIn(this.path)) {
      try {
        process.kill(pid, signal)
      } catch {
        // gone meanwhile, or not permitted
      }
    }
  }

  /** Is nobody in it (any more)? Then it goes, too, with those that the service has made below. */
  isGone(): boolean {
    if (this.isOurs()) return true
    if (/^populated 1$/m.test(read(join(this.path, 'cgroup.events')))) return false
    remove(this.path)
    return true
  }

  /** All that are in it, and in those below. */
  pids(): readonly number[] {
    return this.isOurs() ? [] : pidsIn(this.path)
  }

  /** Answers where we were; undefined when there is no way in. */
  private enter(): string | undefined {
    const home = ownCgroup()
    if (home === undefined) return undefined
    // who went before may have left it frozen, and we would be, too
    if (!make(this.path)) write(join(this.path, 'cgroup.freeze'), '0')
    return write(join(this.path, 'cgroup.procs'), '0') ? home : undefined
  }

  /** Are we in it? Should the way back have failed, we would kill ourselves, or wait for our own end. */
  private isOurs(): boolean {
    return `${ownCgroup()}/`.startsWith(`${this.path}/`)
  }
}

/**
 * The cgroup of a service, by its identity: the next supervisor, in the same cgroup as this one, finds it again. None
 * where there is no cgroup v2.
 */
export const cgroupOf = (identity: string): Cgroup | undefined => {
  base ??= ownCgroup() ?? ''
  return base === '' ? undefined : new Cgroup(join(base, `runock-${identity.replaceAll(':', '-')}`))
}

/** The directory of the cgroup that we were in when we first asked. */
let base: string | undefined

let mount: CgroupMount | undefined

/** The directory of the cgroup that we are in. */
const ownCgroup = (): string | undefined => {
  mount ??= cgroupMount(read('/proc/self/mountinfo'))
  return mount && cgroupDirectory(mount, read('/proc/self/cgroup'))
}

/** Of another namespace's processes there are only zeros. */
const pidsIn = (path: string): readonly number[] => [
  ...read(join(path, 'cgroup.procs'))
    .split('\n')
    .map(Number)
    .filter((pid) => pid > 0),
  ...below(path).flatMap(pidsIn),
]

const remove = (path: string): void => {
  for (const inner of below(path)) remove(inner)
  try {
    rmdirSync(path)
  } catch {
    // never made, or somebody came into it
  }
}

const below = (path: string): readonly string[] => {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? join(path, entry.name) : []))
  } catch {
    return []
  }
}

/** False: it was there, or cannot be. */
const make = (path: string): boolean => {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Never makes a file: where cgroups are, there is no making any. */
const write = (path: string, text: string): boolean => {
  try {
    writeFileSync(path, text, { flag: 'r+' })
    return true
  } catch {
    return false
  }
}
