import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Births } from './births.js'
import { REPEAT, STAND_BY, compile, serviceText } from './program.js'

/**
 * In memory, where programs may be run there: a disk's file system takes its time for new files, more of it for a while
 * after others were removed, and that is another's time.
 */
const place = (): string => {
  const isRoom = /^\S+ \/dev\/shm tmpfs (?!\S*noexec)/m.test(readFileSync('/proc/mounts', 'latin1'))
  return process.env['TMPDIR'] === undefined && isRoom ? '/dev/shm' : tmpdir()
}

/** What all parts work with: a directory, the programs, and the ear for the services. */
export class Bench {
  readonly directory = realpathSync(mkdtempSync(join(place(), 'runock-bench-')))
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
