import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Births } from './births.js'
import { REPEAT, STAND_BY, compile, serviceText } from './program.js'

/** What all parts work with: a directory, the programs, and the ear for the services. */
export class Bench {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'runock-bench-')))
  readonly births: Births
  readonly service: string
  readonly repeat: string
  readonly standBy: string
  #directories = 0

  constructor() {
    const fifo = join(this.directory, 'births')
    this.births = new Births(fifo)
    this.service = compile(this.directory, 'service', serviceText(fifo))
    this.repeat = compile(this.directory, 'repeat', REPEAT)
    this.standBy = compile(this.directory, 'stand-by', STAND_BY)
  }

  newDirectory(): string {
    const directory = join(this.directory, `fleet-${this.#directories++}`)
    mkdirSync(directory)
    return directory
  }

  [Symbol.dispose](): void {
    this.births.close()
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
