import { type Atom, type Noun, YES, cordText, isAtom, isCell, printNoun } from '../../nock/index.js'
import { printable } from '../log/printable.js'
import { type Service } from '../supervision/service.js'
import { type Decision } from '../supervision/step.js'

/** The most characters of a noun in the middle of words. */
const SHORT = 60

const short = (noun: Noun): string => printNoun(noun, { limit: SHORT })

/** A service's name as text. */
export const nameText = (name: Atom): string => printable(cordText(name) ?? short(name))

/** What a request is called: `%alive`. */
export const requestTag = (request: Noun): string => {
  const tag = isCell(request) ? request.head : request
  const text = cordText(tag)
  return text === undefined || !/^[a-z][a-z0-9-]*$/.test(text) ? short(tag) : `%${text}`
}

/**
 * A request as one would say it.
 *
 * @param name the service's
 * @example
 * requestText(cell(cord('kill'), 9, 4242), cord('web')) === '%kill 9 4242'
 */
export const requestText = (request: Noun, name: Atom): string => {
  const words = [requestTag(request)]
  let rest = isCell(request) ? request.tail : undefined
  while (rest !== undefined && words.length < 10) {
    const word: Noun = isCell(rest) ? rest.head : rest
    const isLetter = words[0] === '%control' && words.length === 1 && isAtom(word)
    words.push(word === name ? nameText(name) : isLetter ? `%${nameText(word)}` : short(word))
    rest = isCell(rest) ? rest.tail : undefined
  }
  return words.join(' ')
}

/**
 * An answer, and what it means.
 *
 * @param answer undefined when there is none on the tape
 * @example
 * answerText(cell(cord('spawn'), cord('web')), 4243) === 'pid 4243'
 */
export const answerText = (request: Noun, answer: Noun | undefined): string => {
  if (answer === undefined) return 'no answer to it is on the tape'
  if (!isAtom(answer)) return short(answer)
  const tag = requestTag(request)
  if (tag === '%spawn')
    return answer === 0 ? "0, it could not start: the supervisor's log says why" : `pid ${answer}`
  if (answer > 1) return short(answer)
  const meaning = MEANINGS[tag]?.[Number(answer)]
  return [answer === YES ? 'yes' : 'no', ...(meaning ? [meaning] : [])].join(', ')
}

/** Of yes and of no. */
const MEANINGS: Readonly<Record<string, readonly [string, string]>> = {
  '%kill': ['all of its group is gone', 'not permitted'],
  '%kill-tree': ['all that came of it is gone', 'not permitted'],
  '%signal': ['sent', 'not permitted, or it is dead'],
  '%control': ['its script has seen to it', 'it has no script for that, or one that failed'],
  '%finish': ['its finish script runs', 'it has none'],
  '%finished': ['no finish script runs any more', 'a command came meanwhile'],
  '%check': ['healthy', 'not healthy'],
  '%wait': ['the time has gone by', 'a command came meanwhile'],
}

/** What a condition gave. */
export const loobeanText = (product: Noun): string =>
  product === 0 ? 'yes' : product === 1 ? 'no' : `neither yes nor no: ${short(product)}`

/** What a service is: `up, pid 4242`. */
export const stateText = ({ state, pid }: Service): string => (state === 1 ? `up, pid ${pid}` : 'down')

/** What became of a service by a decision. */
export type Turn =
  | 'failed'
  | 'started'
  | 'started again'
  | 'stopped'
  | 'not started'
  | 'left up'
  | 'left down'

/** Which of them it was; `not started`: it was tried. */
export const turnOf = ({ before, after, failure, tape }: Decision): Turn => {
  if (failure !== undefined) return 'failed'
  if (before.pid !== after.pid) {
    if (after.state === 0) return 'stopped'
    return before.state === 0 ? 'started' : 'started again'
  }
  if (after.state === 1) return 'left up'
  return tape.some(({ head: request }) => requestTag(request) === '%spawn') ? 'not started' : 'left down'
}

/**
 * The first line about a decision.
 *
 * @param time as it is to be shown
 * @example
 * headline({ event: 'd', before: { ...down(97), state: 1, pid: 7 }, tape: [], after: down(97) }, 'now')
 * // 'a: stopped on sv down (%d), now'
 */
export const headline = (decision: Decision, time: string): string => {
  const turn = turnOf(decision)
  const { event, after } = decision
  const words: Readonly<Record<Turn, string>> = {
    failed: 'nothing decided',
    started: `started as pid ${after.pid}`,
    'started again': `started again as pid ${after.pid}`,
    stopped: 'stopped',
    'not started': 'not started',
    'left up': 'left up',
    'left down': 'left down',
  }
  const when = `on ${EVENTS[event] ?? 'the event'} (%${printable(event)})`
  const but = turn === 'failed' ? ': the formula failed' : turn === 'not started' ? ': it could not be' : ''
  return `${nameText(after.name)}: ${words[turn]} ${when}${but}, ${printable(time)}`
}

const EVENTS: Readonly<Record<string, string>> = {
  supervise: 'a look',
  observe: 'a look',
  u: 'sv up',
  o: 'sv once',
  d: 'sv down',
  x: 'sv exit, or its end',
  e: 'the end of the service whose log it is',
  t: 'sv restart or sv term',
  k: 'sv kill',
  p: 'sv pause',
  c: 'sv cont',
  h: 'sv hup or sv reload',
  a: 'sv alarm',
  i: 'sv interrupt',
  q: 'sv quit',
  1: 'sv 1',
  2: 'sv 2',
}
