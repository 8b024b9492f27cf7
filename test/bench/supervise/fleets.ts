import { type Bench } from './bench.js'
import { type Contender } from './contenders.js'
import { Fleet } from './fleet.js'

/** Fleets of all contenders, running at once; or why one of them does not. */
export class Fleets {
  readonly running: Fleet[] = []
  readonly failed = new Map<string, string>()

  static async start(bench: Bench, contenders: readonly Contender[], services: number): Promise<Fleets> {
    const fleets = new Fleets()
    for (const contender of contenders) {
      if (services > (contender.most ?? Infinity)) continue
      try {
        fleets.running.push(await Fleet.start(bench, contender, services))
      } catch (error) {
        fleets.failed.set(contender.name, (error as Error).message)
      }
    }
    return fleets
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const fleet of this.running) await fleet[Symbol.asyncDispose]()
  }
}
