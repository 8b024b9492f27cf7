import { Cell, type Crash, type Noun, describeCrash, list, printNoun } from '../../nock/index.js'
import { type Service, ServiceNoun } from '../supervision/service.js'
import { type Wrong } from './generated.js'
import {
  type Evaluated,
  type Happening,
  type History,
  NAMES,
  type Past,
  type Performed,
  type Turn,
  type Watch,
  evaluated,
} from './history.js'
import { type Temper } from './simulated-os.js'

export const show = (noun: Noun): string => printNoun(noun, { cords: true, limit: 2_000 })

/** A crash in a line. */
export const crashText = (crash: Crash): string => `a crash: ${describeCrash(crash).replace(/\n[^]*/, '')}`

export const serviceText = (service: Service): string => show(ServiceNoun.encode(service))

export const performedText = ({ request, answer }: Performed): string =>
  `${show(request)} ${answer === undefined ? 'not answered yet' : show(answer)}`

/** What came of it live, on one line. */
export const liveText = ({ rest, failure }: Evaluated): string =>
  rest !== undefined
    ? show(new Cell(0, rest))
    : failure?.why === 'crash'
      ? crashText(failure.crash)
      : (failure?.message ?? 'nothing')

/** What it was evaluated on. */
export const evaluationText = ({ event, before, tape }: Evaluated): Wrong['details'] => [
  ['event', `%${event}`],
  ['service', serviceText(before)],
  ['tape', show(list(tape))],
]

const temperText = (temper: Temper): string =>
  Object.entries(temper)
    .filter(([, percent]) => percent > 0)
    .map(([what, percent]) => `${what} ${percent} %`)
    .join(', ') || 'kind'

/** What happens, in words. */
export const happeningText = (happening: Happening): string => {
  const name = 'to' in happening ? NAMES[happening.to] : ''
  switch (happening.is) {
    case 'look':
      return `${name} is looked at`
    case 'letter':
      return `${name} gets the letter ${happening.letter}`
    case 'ask':
      return `%${happening.event} is asked of ${name}`
    case 'death':
      return `the process of ${name} dies`
    case 'end':
      return `the process of ${name} dies, and all that it started`
    case 'leave':
      return `the process of ${name} starts one that leaves its group`
    case 'fork':
      return `the process of ${name} forks`
    case 'answer':
      return 'an answer comes'
    case 'stale answer':
      return 'an answer comes that came before'
    case 'temper':
      return `the world becomes ${temperText(happening.temper)}`
  }
}

/** A history told: what happened, and what was asked and decided in consequence, each on a line of its own. */
export class Story implements Watch {
  readonly lines: (readonly [string, string])[]
  private readonly asked: number[] = []

  constructor({ seed, temper }: Past) {
    this.lines = [['world', `${temperText(temper)} (seed ${seed})`]]
  }

  happened(happening: Happening): void {
    this.lines.push(['then', happeningText(happening)])
  }

  /** Nothing happens any more. */
  ended(): void {
    this.lines.push(['then', 'every answer comes that is open'])
  }

  turned(history: History, { which, event, made }: Turn): void {
    const { performed } = history.services[which]!
    if (event._tag === 'Answer') this.lines.push(['  answered', performedText(event)])
    this.ask(performed.slice(this.asked[which] ?? 0))
    this.asked[which] = performed.length
    for (const decision of made) this.decided(evaluated(decision))
  }

  answered(_which: number, made: Evaluated, performed: readonly Performed[]): void {
    this.ask(performed)
    this.decided(made)
  }

  private ask(performed: readonly Performed[]): void {
    for (const one of performed) this.lines.push(['  asked', performedText(one)])
  }

  private decided(made: Evaluated): void {
    this.lines.push(['  decided', `%${made.event}: ${serviceText(made.before)} to ${liveText(made)}`])
  }
}
