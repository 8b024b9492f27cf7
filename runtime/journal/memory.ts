import { type Atom, type Noun } from '../../nock/index.js'
import { type Recorder } from '../supervision/recorder.js'
import { type Service } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'
import { FIRST } from './chain.js'
import { Journal } from './journal.js'
import { isQuiet } from './quiet.js'

export interface MemoryOptions {
  /** The supervisor, as a journal's `start` line has it. */
  readonly who: { readonly runock: string; readonly pid: number; readonly directory: string }
  readonly now: () => Date
  /** What a formula's file is called. */
  readonly nameOf: (formula: Noun) => string | undefined
}

/** So many decisions of each service are kept, besides its last start and its last stop. */
const LAST = 5

interface Remembered {
  /** Which of all it was. */
  readonly number: number
  readonly time: Date
  readonly decision: Decision
}

/** What is remembered of one service. */
interface Known {
  readonly took: { readonly time: Date; readonly service: Service; readonly why: 'new' | 'adopted' }
  start: Remembered | undefined
  stop: Remembered | undefined
  readonly last: Remembered[]
}

/**
 * Remembers of each service why it was last started and last stopped, and the last few decisions that asked or changed
 * something.
 */
export class Memory implements Recorder {
  private readonly options: MemoryOptions
  private readonly began: Date
  private readonly services = new Map<Atom, Known>()
  private count = 0

  constructor(options: MemoryOptions) {
    this.options = options
    this.began = options.now()
  }

  took(service: Service, why: 'new' | 'adopted'): void {
    const took = { time: this.options.now(), service, why }
    this.services.set(service.name, { took, start: undefined, stop: undefined, last: [] })
  }

  decided(decision: Decision): void {
    const known = this.services.get(decision.before.name)
    if (known === undefined || isQuiet(decision)) return
    const { before, after } = decision
    const remembered = { number: this.count++, time: this.options.now(), decision }
    if (before.pid !== after.pid) known[after.state === 1 ? 'start' : 'stop'] = remembered
    known.last.push(remembered)
    if (known.last.length > LAST) known.last.shift()
  }

  left(service: Service): void {
    this.services.delete(service.name)
  }

  /** The text of a small journal that tells what is remembered of a service; undefined if it is not supervised. */
  journalOf(name: Atom): string | undefined {
    const known = this.services.get(name)
    if (known === undefined) return undefined
    const { who, nameOf } = this.options
    let text = ''
    let time = this.began
    const journal = new Journal({
      sink: { write: (line) => ((text += line), true), nextFile: () => {} },
      end: { number: 1, chain: FIRST, size: 0 },
      now: () => time,
      nameOf,
      all: true,
      size: Infinity,
    })
    journal.start({ ...who, torn: 0 })
    const { took, start, stop, last } = known
    time = took.time
    journal.took(took.service, took.why)
    const remembered = [...new Set([start, stop, ...last])].filter((one) => one !== undefined)
    for (const one of remembered.sort((a, b) => a.number - b.number)) {
      time = one.time
      journal.decided(one.decision)
    }
    return text
  }
}
