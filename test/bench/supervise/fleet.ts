import { linkSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Bench } from './bench.js'
import { type Birth, now } from './births.js'
import { type Contender } from './contenders.js'
import { cpuOf, familyOf, memoryOf, programOf, signal } from './processes.js'

/** How long something that must come is waited for, in milliseconds. */
const PATIENCE = 60_000

/** A contender with its services. */
export class Fleet {
  readonly contender: Contender
  /** From its start until the last service had started, in milliseconds. */
  startTime = NaN
  /** Services that started while another process of theirs lived. */
  doubled = 0
  readonly #directory: string
  readonly #services: readonly string[]
  readonly #births = new Map<string, Birth>()
  readonly #waiting = new Map<string, (birth: Birth) => void>()
  readonly #stopListening: () => void
  #roots: readonly number[] = []

  private constructor(bench: Bench, contender: Contender, services: number) {
    this.contender = contender
    this.#directory = realpathSync(bench.newDirectory())
    this.#services = Array.from({ length: services }, (_, i) => {
      const service = join(this.#directory, 'services', `s${i}`)
      mkdirSync(service, { recursive: true })
      linkSync(bench.service, join(service, 'run'))
      for (const [file, text] of Object.entries(contender.files ?? {}))
        writeFileSync(join(service, file), text)
      return service
    })
    this.#stopListening = bench.births.listen((birth) => this.#hear(birth))
  }

  /** Starts a contender with so many services, and waits until all are up. */
  static async start(bench: Bench, contender: Contender, services: number): Promise<Fleet> {
    const fleet = new Fleet(bench, contender, services)
    try {
      const begin = now()
      const all = Promise.all(fleet.#services.map((service) => fleet.next(service)))
      fleet.#roots = await contender.start(fleet.#directory, fleet.#services)
      await all
      fleet.startTime = Math.max(...[...fleet.#births.values()].map(({ at }) => at)) - begin
      return fleet
    } catch (error) {
      await fleet[Symbol.asyncDispose]()
      throw error
    }
  }

  get services(): readonly string[] {
    return this.#services
  }

  /** The pid of a service's last process. */
  pid(service: string): number {
    return this.#births.get(service)!.pid
  }

  /** The next start of a service. */
  next(service: string): Promise<Birth> {
    return new Promise((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`${this.contender.name}: ${basename(service)} did not start`)),
        PATIENCE,
      ).unref()
      this.#waiting.set(service, (birth) => {
        clearTimeout(timer)
        done(birth)
      })
    })
  }

  /** Kills a service: how long it took until its next process's `main`, in milliseconds. */
  async kill(service: string): Promise<number> {
    const next = this.next(service)
    const at = now()
    process.kill(this.pid(service), 'SIGKILL')
    return (await next).at - at
  }

  /** Its processes, without the services. */
  supervisors(): readonly number[] {
    return familyOf(this.#roots).filter((pid) => isThere(pid) && !this.#isService(pid))
  }

  /** What the supervisors take, in bytes. */
  memory(): number {
    return this.supervisors().reduce((sum, pid) => sum + memoryOf(pid), 0)
  }

  /** CPU time of the supervisors so far, in milliseconds. */
  cpu(supervisors: readonly number[]): number {
    return supervisors.reduce((sum, pid) => sum + cpuOf(pid), 0)
  }

  /** Ends all of it at once. */
  async [Symbol.asyncDispose](): Promise<void> {
    // twice nobody: one that was just being started has told by then
    for (let empty = 0; empty < 2;) {
      const family = familyOf(this.#roots).filter(isThere)
      const services = [...this.#births.values()].map(({ pid }) => pid).filter((pid) => this.#isService(pid))
      for (const pid of [...family, ...services]) signal(pid, 'SIGKILL')
      empty = family.length + services.length === 0 ? empty + 1 : 0
      await pause(20)
    }
    this.#stopListening()
    rmSync(this.#directory, { recursive: true, force: true, maxRetries: 5 })
  }

  #isService(pid: number): boolean {
    return programOf(pid)?.startsWith(`${this.#directory}/`) === true
  }

  #hear(birth: Birth): void {
    if (!birth.directory.startsWith(this.#directory + '/')) return
    this.#births.set(birth.directory, birth)
    if (birth.isTwice) this.doubled++
    const waiting = this.#waiting.get(birth.directory)
    this.#waiting.delete(birth.directory)
    waiting?.(birth)
  }
}

const isThere = (pid: number): boolean => programOf(pid) !== undefined
