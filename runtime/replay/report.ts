import { axis } from '../../nock/index.js'
import { type Place, type Read } from '../journal/read.js'
import { type Line } from '../journal/line.js'
import { type Named } from './formulas.js'

/** What was checked of one service. */
export interface OfService {
  decisions: number
  /** Decisions after which it was up, with another pid than before, if it was up at all. */
  starts: number
  /** Decisions before which it was up, and after which that pid was gone. */
  stops: number
  failed: number
}

/** What was checked, up to the end or to what was found. */
export interface Report {
  readonly lines: number
  readonly files: number
  readonly decisions: number
  /** Decisions that found all well, and were only counted. */
  readonly quiet: number
  /** Lines that could not be kept when they came. */
  readonly lost: number
  /** Supervisors that started. */
  readonly supervisors: number
  readonly services: ReadonlyMap<string, Readonly<OfService>>
  readonly formulas: readonly Readonly<Named>[]
  /** Of the first and the last line that have a time. */
  readonly first: string | undefined
  readonly last: string | undefined
  /** Of the last line. */
  readonly chain: string | undefined
  /** The beginning of a line that was not finished. */
  readonly torn: { readonly place: Place; readonly bytes: number } | undefined
}

/** Axes of `[tape name state pid]`. */
const [STATE, PID] = [14, 15]

/** Counts the lines that were checked. */
export class Tally {
  private lines = 0
  private files = 0
  private decisions = 0
  private quiet = 0
  private lost = 0
  private supervisors = 0
  private first: string | undefined
  private last: string | undefined
  private chain: string | undefined
  private readonly services = new Map<string, OfService>()

  count({ line, chain }: Extract<Read, { _tag: 'Line' }>): void {
    this.lines++
    this.chain = chain
    if ('time' in line) {
      this.first ??= line.time
      this.last = line.time
    }
    switch (line.line) {
      case 'journal':
        this.files++
        return
      case 'start':
        this.supervisors++
        return
      case 'service':
        this.of(line.service)
        return
      case 'decision':
        return this.decision(line)
      case 'quiet':
        this.quiet += line.count
        return
      case 'lost':
        this.lost += line.count
        return
      case 'formula':
      case 'end':
    }
  }

  report(formulas: readonly Named[], torn: Report['torn']): Report {
    const { lines, files, decisions, quiet, lost, supervisors, services, first, last, chain } = this
    return { lines, files, decisions, quiet, lost, supervisors, services, formulas, first, last, chain, torn }
  }

  private decision({ service, subject, product }: Extract<Line, { line: 'decision' }>): void {
    this.decisions++
    const counts = this.of(service)
    counts.decisions++
    if (product === undefined) {
      counts.failed++
      return
    }
    if (axis(PID, subject) === axis(PID, product)) return
    if (axis(STATE, product) === 1) counts.starts++
    if (axis(STATE, subject) === 1) counts.stops++
  }

  private of(service: string): OfService {
    const known = this.services.get(service)
    if (known !== undefined) return known
    const counts = { decisions: 0, starts: 0, stops: 0, failed: 0 }
    this.services.set(service, counts)
    return counts
  }
}
