import { basename, dirname } from 'node:path'
import { type Death, type Processes } from '../../jets/index.js'
import { isQuiet } from '../journal/quiet.js'
import { type Recorder } from '../supervision/recorder.js'
import { type Service } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'
import { whyNot } from '../supervision/why-not.js'
import { howEnded } from '../supervision/news.js'
import { type Change, changeOf, changesOf } from './change.js'

export interface HookOptions {
  /** The script's whole path. */
  readonly file: string
  /** Where it is started. */
  readonly directory: string
  readonly processes: Processes
  /** Hears that it failed, each time. */
  readonly tell: (message: string) => void
  /** How long it may run, in milliseconds; and how long an end waits for all that is still to tell. */
  readonly limit?: number
  /** So many changes wait at most. */
  readonly most?: number
}

/** Of a service that fails again and again it is told once, until that is over. */
const LASTING = ['start-failed', 'decision-failed']

const SIGKILL = 9

/**
 * Runs a script for each change, one at a time, beside everything: it is started when what happens now is done with,
 * and no decision waits for it. Changes that come too fast are counted, and the script is told how many those were.
 *
 * It bears no mark, so no supervisor takes it for a service's process.
 */
export class Hook implements Recorder {
  private readonly options: HookOptions
  private readonly limit: number
  private readonly most: number
  private readonly waiting: Change[] = []
  private readonly failing = new Map<string, string>()
  private lost = 0
  private next: NodeJS.Immediate | undefined
  private running = 0
  private timer: NodeJS.Timeout | undefined
  private end: number | undefined
  private closed = false

  constructor(options: HookOptions) {
    this.options = options
    this.limit = options.limit ?? 5_000
    this.most = options.most ?? 1_000
  }

  took(service: Service, why: 'new' | 'adopted'): void {
    if (why === 'adopted') this.add(changeOf('taken-over', service, 'still up, taken over'))
  }

  decided(decision: Decision, death: Death = UNKNOWN): void {
    if (this.failing.size === 0 && isQuiet(decision)) return // nearly always
    const changes = changesOf(decision, death)
    const { service, happening } = changes.at(-1) ?? changeOf('started', decision.after, '')
    const before = this.failing.get(service)
    const isLasting = changes.length > 0 && LASTING.includes(happening)
    if (isLasting) this.failing.set(service, happening)
    // one that is waiting for its next start is looked at meanwhile, and nothing is asked
    else if (before === 'decision-failed' || changes.length > 0) this.failing.delete(service)
    for (const change of changes) if (change.happening !== before || !isLasting) this.add(change)
  }

  left(service: Service): void {
    const change = changeOf('gone', service, 'no longer supervised')
    this.failing.delete(change.service)
    this.add(change)
  }

  /** At the end: is everything told? What is not, when so long has gone by since it was first asked, is given up. */
  isDone(): boolean {
    this.end ??= performance.now() + this.limit
    if (performance.now() > this.end) this.close()
    return this.next === undefined && this.running === 0
  }

  /** Nothing more is told. */
  close(): void {
    this.closed = true
    this.waiting.length = 0
    if (this.next !== undefined) clearImmediate(this.next)
    this.next = undefined
    clearTimeout(this.timer)
    this.running = 0
  }

  private add(change: Change): void {
    if (this.closed) return
    if (this.waiting.length < this.most) this.waiting.push(change)
    else this.lost++
    this.goOn()
  }

  private goOn(): void {
    if (this.closed || this.running !== 0 || this.next !== undefined) return
    if (this.waiting.length === 0 && this.lost === 0) return
    this.next = setImmediate(() => {
      this.next = undefined
      this.start(this.waiting.shift() ?? this.lostChange())
      this.goOn()
    })
  }

  private lostChange(): Change {
    const message = `${this.lost} changes were not told, they came too fast`
    this.lost = 0
    return { happening: 'lost', service: '', pid: 0, death: { code: 0, signal: 0 }, message }
  }

  private start({ happening, service, pid, death, message }: Change): void {
    const { file, directory, processes, tell } = this.options
    const args = [file, happening, service, String(pid), String(death.code), String(death.signal), message]
    let isLate = false
    const launched = processes.launch({ program: file, args, directory }, (ended) => {
      processes.kill(launched.pid, SIGKILL, () => {}) // what it started and left
      if (this.running !== launched.pid) return // the end did not wait for it
      clearTimeout(this.timer)
      this.running = 0
      if (isLate) tell(`${file}: killed, it ran for more than ${this.limit / 1000} s`)
      else if (ended.code !== 0) tell(`${file}: ${howEnded(ended)}`)
      this.goOn()
    })
    if (launched.pid === 0) return tell(whyNot(dirname(file), basename(file), launched.errno))
    this.running = launched.pid
    this.timer = setTimeout(() => {
      isLate = true
      processes.kill(launched.pid, SIGKILL, () => {})
    }, this.limit)
  }
}

const UNKNOWN: Death = { code: -1, signal: 0 }
