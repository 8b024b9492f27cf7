import { Cell, type Noun, equal, isAtom } from '../../nock/index.js'
import { type Line } from '../journal/line.js'
import { nameText, serviceOf } from '../supervision/service.js'
import { type Mismatch } from './mismatch.js'

/** What each service is, as it follows from the lines so far. */
export class States {
  private readonly services = new Map<string, Cell>()
  /** Lines that we do not have may say more: `here` lines are believed, until another one follows them. */
  private isOpen = false

  /** A supervisor starts, or ends: there is no service until it is taken up. */
  clear(): void {
    this.services.clear()
    this.isOpen = false
  }

  /** Lines are missing here, and known to be. */
  lose(): void {
    this.services.clear()
    this.isOpen = true
  }

  /** A `service` line: taken over, or what is wrong with it. */
  service({ service: name, why, noun }: Extract<Line, { line: 'service' }>): Mismatch | undefined {
    const known = this.services.get(name)
    const service = serviceOf(noun)
    if (service === undefined) return { message: 'it is no service: [name state pid]' }
    if (name !== nameText(service.name)) return { message: OTHER_NAME }
    if (why !== 'here') this.isOpen = false
    if (why === 'new' || why === 'adopted') {
      if (known !== undefined) return { message: 'the service is taken up, and was before' }
      if (service.state !== (why === 'new' ? 0 : 1)) {
        return { message: why === 'new' ? 'a new service is down' : 'a service that is taken over is up' }
      }
    } else if (known === undefined) {
      if (why === 'gone' || !this.isOpen) return { message: UNKNOWN }
    } else if (!equal(known, noun)) {
      return {
        message: 'the service is not what it was before',
        nouns: { what: 'service', journal: noun, replay: known },
      }
    }
    if (why === 'gone') this.services.delete(name)
    else this.services.set(name, known ?? (noun as Cell))
    return undefined
  }

  /** Whether a decision starts from what its service is: what is wrong with it if not. */
  before({ service: name, subject }: Extract<Line, { line: 'decision' }>): Mismatch | undefined {
    this.isOpen = false
    const known = this.services.get(name)
    if (known === undefined) return { message: UNKNOWN }
    if (isAtom(subject) || subject.head !== 0) return { message: 'the subject is not [0 service]' }
    return equal(known, subject.tail)
      ? undefined
      : {
          message: 'the service was something else before this decision',
          nouns: { what: 'subject', journal: subject, replay: new Cell(0, known) },
        }
  }

  /** What a decision made of its service. */
  after(name: string, product: Noun): void {
    this.services.set(name, (product as Cell).tail as Cell)
  }
}

const UNKNOWN = 'nothing says what the service was before: it was never taken up'
const OTHER_NAME = 'the name of the service is another one in its noun'
