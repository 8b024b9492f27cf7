import { type Line } from './line.js'
import { PlainText } from './plain-text.js'

type Decision = Extract<Line, { line: 'decision' }>
type Service = Extract<Line, { line: 'service' }>

/**
 * The line that bytes are, if it is a decision or a service's in the form in which the journal writes nearly all of
 * them: its fields in their order, and all of it {@link PlainText}. It gives what `decodeLine` gives for the same line,
 * in a fraction of the time; undefined for any other text, even that of such a line.
 *
 * @param from where it starts in the bytes
 * @param end where its field `chain` starts, with a comma: the rest of the line is as it should be
 * @param chain the value of that field
 * @example
 * plainLine(Buffer.from('{"line":"end"}'), 0, 13, '') === undefined
 */
export const plainLine = (
  bytes: Buffer,
  from: number,
  end: number,
  chain: string,
): Decision | Service | undefined => {
  text.start(bytes, from)
  const line = text.skip(DECISION) ? decision(chain) : text.skip(SERVICE) ? service(chain) : undefined
  return text.at === end ? line : undefined
}

const text = new PlainText()

const decision = (chain: string): Decision | undefined => {
  const time = text.string()
  if (time === undefined || !text.skip(NAME)) return undefined
  const service = text.name()
  if (service === undefined || !text.skip(EVENT)) return undefined
  const event = text.name()
  if (event === undefined || !text.skip(FORMULA)) return undefined
  const formula = text.name()
  if (formula === undefined || !text.skip(SUBJECT)) return undefined
  const subject = text.noun()
  if (subject === undefined || !text.skip(TAPE)) return undefined
  const tape = text.noun()
  if (tape === undefined) return undefined
  const product = text.skip(PRODUCT) ? text.noun() : undefined
  const failed = product === undefined && text.skip(FAILED) ? text.name() : undefined
  if ((product === undefined && failed === undefined) || !text.skip(END)) return undefined
  const line = { line: 'decision', time, service, event, formula, subject, tape, product, failed, chain }
  return line as Decision
}

const service = (chain: string): Service | undefined => {
  const time = text.string()
  if (time === undefined || !text.skip(NAME)) return undefined
  const service = text.name()
  if (service === undefined || !text.skip(WHY)) return undefined
  const why = text.name()
  if (!(why === 'new' || why === 'adopted' || why === 'here' || why === 'gone') || !text.skip(NOUN))
    return undefined
  const noun = text.noun()
  if (noun === undefined || !text.skip(END)) return undefined
  const line = { line: 'service', time, service, why, noun, chain }
  return line as Service
}

const [DECISION, SERVICE] = [
  Buffer.from('{"line":"decision","time":"'),
  Buffer.from('{"line":"service","time":"'),
]
const field = (name: string): Buffer => Buffer.from(`","${name}":"`)
const NAME = field('service')
const EVENT = field('event')
const FORMULA = field('formula')
const SUBJECT = field('subject')
const TAPE = field('tape')
const PRODUCT = field('product')
const FAILED = field('failed')
const WHY = field('why')
const NOUN = field('noun')
const END = Buffer.from('"')
