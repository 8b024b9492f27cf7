import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { childrenOf } from './children.js'
import { disposedAtTheEnd } from './disposal.js'
import { isAlive, until } from './supervised.js'

/** Reaps whoever comes to it, as the first process of a machine does. */
const INIT = 'while :; do sleep 1000 & wait $!; done'

/**
 * A PID namespace, where a process can be given the very number that another had: that takes root. Numbers inside are
 * what processes there see; `outside` tells which process that is for us.
 *
 * @example
 * await using space = await PidNamespace.open()
 * await tree.start({ through: space.enter })
 */
export class PidNamespace {
  /** A command that runs another one inside. */
  readonly enter: readonly string[]
  private readonly unshare
  private readonly init: number
  private readonly disposed = disposedAtTheEnd(this)

  private constructor(unshare: ReturnType<typeof spawn>, init: number) {
    this.unshare = unshare
    this.init = init
    this.enter = ['nsenter', '--target', String(init), '--pid', '--mount', '--']
  }

  static async open(): Promise<PidNamespace> {
    const args = ['--pid', '--fork', '--mount-proc', '--kill-child', 'sh', '-c', `echo; ${INIT}`]
    const unshare = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let why = ''
    unshare.stderr.on('data', (chunk: Buffer) => (why += chunk.toString()))
    const failed = once(unshare, 'close').then(() => {
      throw new Error(`there is no PID namespace, which takes root: ${why}`)
    })
    // once its init has spoken, its /proc is mounted
    await Promise.race([once(unshare.stdout, 'data'), failed])
    failed.catch(() => {})
    return new PidNamespace(unshare, childrenOf(unshare.pid!)[0]!)
  }

  /** The process that has this number inside; undefined when there is none. */
  outside(inside: number): number | undefined {
    return readdirSync('/proc')
      .map(Number)
      .find((pid) => pid > 0 && isAlive(pid) && this.insideOf(pid) === inside)
  }

  /** The number that a process has inside, if it is there. */
  private insideOf(pid: number): number | undefined {
    try {
      const numbers = /^NSpid:\t(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))![1]!.split('\t')
      return spaceOf(pid) === spaceOf(this.init) ? Number(numbers.at(-1)) : undefined
    } catch {
      return undefined // gone meanwhile
    }
  }

  /** Starts a shell command inside, under this very number, leading a session; the process as we see it. */
  async startAs(inside: number, command: string): Promise<number> {
    const fork = `echo ${inside - 1} > /proc/sys/kernel/ns_last_pid; setsid sh -c '${command}' > /dev/null 2>&1 & echo $!`
    return until(`a process with the number ${inside}`, () => {
      const [program, ...args] = this.enter
      const got = Number(execFileSync(program!, [...args, 'sh', '-c', fork], { encoding: 'utf8' }))
      const pid = this.outside(got)
      if (got === inside) return pid
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      return undefined
    })
  }

  /** Ends everything inside. */
  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.unshare, 'exit')
    process.kill(this.init, 'SIGKILL')
    await ended
    this.disposed()
  }
}

const spaceOf = (pid: number): string => readlinkSync(`/proc/${pid}/ns/pid`)
