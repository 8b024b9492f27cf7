import { Cell, type Noun, equal, list, mug } from '../../nock/index.js'
import { type Failure } from '../supervision/decide.js'
import { hex } from '../formulas/hash.js'
import { type Recorder } from '../supervision/recorder.js'
import { type Service, ServiceNoun, nameText } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'
import { seal } from './chain.js'
import { nounText } from './line.js'
import { isQuiet } from './quiet.js'

/** Where the lines go. */
export interface Sink {
  /** Takes a line, with its newline, to be written in time. False: there is no room for it, it is lost. */
  write(line: string): boolean
  /** What comes next belongs into a new file, of which this is the first line; it is never lost. */
  nextFile(head: string): void
}

/** Where a journal goes on: its file's number, the chain of the last line, and the length of the file; 0 for a new one. */
export interface End {
  readonly number: number
  readonly chain: string
  readonly size: number
}

export interface JournalOptions {
  readonly sink: Sink
  readonly end: End
  readonly now: () => Date
  /** What a formula's file is called. */
  readonly nameOf: (formula: Noun) => string | undefined
  /** Writes the decisions, too, that found all well. */
  readonly all: boolean
  /** A file longer than so many bytes is set aside. */
  readonly size: number
}

/** The longest text of a formula; see `readJournal`. */
const LONGEST = 2 ** 21

/** How often decisions that found all well are summed up, in milliseconds. */
const QUIET = 60_000

/**
 * Turns all that a supervisor decides into the lines of a journal (`line.ts` has their form), each chained to the one
 * before. It only makes them: `sink` writes.
 */
export class Journal implements Recorder {
  private readonly options: JournalOptions
  private readonly services = new Map<string, Service>()
  private readonly formulas = new Map<Noun, string>()
  private readonly hashes = new Map<string, Noun>()
  private chain: string
  private number: number
  private size: number
  private quiet = 0
  private quietSince = 0
  private lost = 0
  private lostBefore = 0

  constructor(options: JournalOptions) {
    this.options = options
    ;({ chain: this.chain, number: this.number, size: this.size } = options.end)
  }

  /** The chain of the last line: whoever knows it can tell whether lines were cut off behind it. */
  get last(): string {
    return this.chain
  }

  /** How many lines could not be kept, in all. */
  get lostLines(): number {
    return this.lostBefore + this.lost
  }

  /** A supervisor starts. */
  start(who: {
    readonly runock: string
    readonly pid: number
    readonly directory: string
    readonly torn: number
  }): void {
    const { torn, ...rest } = who
    if (this.size === 0) this.append(this.head())
    this.write({ line: 'start', time: this.time(), ...rest, ...(torn > 0 ? { torn } : {}) })
    this.quietSince = this.options.now().getTime()
  }

  took(service: Service, why: 'new' | 'adopted'): void {
    this.service(service, why)
  }

  left(service: Service): void {
    this.service(service, 'gone')
  }

  decided(decision: Decision): void {
    if (!this.options.all && isQuiet(decision)) {
      this.quiet++
      if (this.options.now().getTime() - this.quietSince > QUIET) this.sumUp()
      return
    }
    const { event, formula, before, tape, after, failure } = decision
    const { name } = before
    const id = this.formula(formula)
    if (id === undefined) this.lost++
    else
      this.write({
        line: 'decision',
        time: this.time(),
        service: nameText(before.name),
        event,
        formula: id,
        subject: nounText(new Cell(0, ServiceNoun.encode(before)), name),
        tape: nounText(list(tape), name),
        ...(failure === undefined
          ? { product: nounText(new Cell(0, ServiceNoun.encode(after)), name) }
          : { failed: inWords(failure) }),
      })
    this.services.set(nameText(before.name), after)
    if (this.size > this.options.size) this.turn()
  }

  /** A new file, as when the present one is long enough; or when somebody has taken it away. */
  turn(): void {
    this.sumUp()
    this.number++
    this.formulas.clear()
    this.hashes.clear()
    const { text, chain } = seal(this.chain, JSON.stringify(this.head()))
    this.options.sink.nextFile(text + '\n')
    this.chain = chain
    this.size = text.length + 1
    this.writeHere()
  }

  /** The supervisor ends in order. */
  close(): void {
    this.sumUp()
    this.write({ line: 'end', time: this.time() })
  }

  private service(service: Service, why: 'new' | 'adopted' | 'here' | 'gone'): void {
    const name = nameText(service.name)
    const noun = nounText(ServiceNoun.encode(service), service.name)
    this.write({ line: 'service', time: this.time(), service: name, why, noun })
    if (why === 'gone') this.services.delete(name)
    else this.services.set(name, service)
  }

  /**
   * The id of a formula: its hash; should another one have the same, with a number behind. Undefined: its line could not
   * be kept, or would be longer than `readJournal` reads, and no decision by it can be made again.
   */
  private formula(noun: Noun): string | undefined {
    const known = this.formulas.get(noun)
    if (known !== undefined) return known
    const hash = hex(mug(noun))
    let id = hash
    for (let other = this.hashes.get(id), n = 2; other !== undefined; other = this.hashes.get(id), n++) {
      if (equal(other, noun)) return this.remember(noun, id)
      id = `${hash}-${n}`
    }
    const name = this.options.nameOf(noun)
    const line = {
      line: 'formula',
      formula: id,
      ...(name === undefined ? {} : { name }),
      noun: nounText(noun, undefined, LONGEST),
    }
    const isWhole = !line.noun.includes('…')
    return isWhole && this.write(line) ? this.remember(noun, id) : undefined
  }

  private remember(noun: Noun, id: string): string {
    this.formulas.set(noun, id)
    this.hashes.set(id, noun)
    return id
  }

  private sumUp(): void {
    this.quietSince = this.options.now().getTime()
    if (this.quiet > 0 && this.write({ line: 'quiet', time: this.time(), count: this.quiet })) this.quiet = 0
  }

  private head(): object {
    return { line: 'journal', version: 1, number: this.number, previous: this.chain, time: this.time() }
  }

  private writeHere(): void {
    for (const service of this.services.values()) this.service(service, 'here')
  }

  /** False: it is lost. */
  private write(line: object): boolean {
    if (this.lost > 0 && !this.recover()) {
      this.lost++
      return false
    }
    if (this.append(line)) return true
    this.lost++
    return false
  }

  /** After lines were lost: says so, and what the services are now, if there is room again. */
  private recover(): boolean {
    if (!this.append({ line: 'lost', time: this.time(), count: this.lost })) return false
    this.lostBefore += this.lost
    this.lost = 0
    this.writeHere()
    return this.lost === 0
  }

  private append(line: object): boolean {
    const { text, chain } = seal(this.chain, JSON.stringify(line))
    if (!this.options.sink.write(text + '\n')) return false
    this.chain = chain
    this.size += Buffer.byteLength(text) + 1
    return true
  }

  private time(): string {
    return this.options.now().toISOString()
  }
}

const inWords = (failure: Failure): string => {
  if (failure.why === 'product') return failure.message
  const { why, rule, axis } = failure.crash
  return (
    `crash: ${why}` +
    (rule === undefined ? '' : `, rule ${rule}`) +
    (axis === undefined ? '' : `, axis ${axis}`)
  )
}
