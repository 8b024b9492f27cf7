import { type Atom, type Noun, cord, describeCrash } from '../../nock/index.js'
import { nounText } from '../journal/line.js'
import { type Place } from '../journal/read.js'
import { printable } from '../log/printable.js'
import { differences } from './difference.js'
import { type Found, type Verdict } from './replay.js'

/** How many of the parts that differ are shown. */
export const PARTS = 5

/** How many characters of a noun are. */
const SHOWN = 1000

/** What a replay found, for people: where, what, and the nouns that it is about. */
export const showVerdict = (verdict: Exclude<Verdict, { _tag: 'Same' }>): string => {
  switch (verdict._tag) {
    case 'Cut':
      return `no line has the chain ${verdict.head}: the last lines were cut off, or this is another journal`
    case 'Damaged':
      return `${showPlace(verdict.place)}: ${verdict.message}`
    case 'Differs':
    case 'Undecided':
      return showFound(verdict)
  }
}

/** As compilers have it. */
export const showPlace = ({ file, line }: Place): string => `${printable(file)}:${line}`

const showFound = (found: Found): string => {
  const { place, line, mismatch } = found
  const service = 'service' in line ? line.service : undefined
  const show = shower(service, SHOWN)
  const rows = detailsOf(found, show).map(([label, text]) => `  ${label.padEnd(9)} ${printable(text)}`)
  const head = `${showPlace(place)}: ${service === undefined ? '' : `${printable(service)}: `}${mismatch.message}`
  const crash =
    mismatch.crash === undefined
      ? []
      : describeCrash(mismatch.crash, mismatch.crash.formula)
          .split('\n')
          .map((text) => `  ${text}`)
  return [head, ...partsOf(found, show), ...crash, ...rows].join('\n')
}

const partsOf = ({ mismatch: { nouns } }: Found, show: (noun: Noun) => string): readonly string[] => {
  if (nouns === undefined) return []
  const parts = differences(nouns.journal, nouns.replay, PARTS + 1)
  const lines = parts
    .slice(0, PARTS)
    .map(
      ({ axis, a, b }) =>
        `  at axis ${show(axis)} of the ${nouns.what}: journal ${show(a)}, replay ${show(b)}`,
    )
  return parts.length > PARTS ? [...lines, '  and at more'] : lines
}

const detailsOf = (
  { line, formula, mismatch: { nouns } }: Found,
  show: (noun: Noun) => string,
): readonly (readonly [string, string])[] => [
  ...(nouns === undefined
    ? []
    : ([
        ['journal', show(nouns.journal)],
        ['replay', show(nouns.replay)],
      ] as const)),
  ...('time' in line ? [['time', line.time] as const] : []),
  ...(line.line === 'decision'
    ? ([
        ['event', line.event],
        ['formula', line.formula + (formula?.name === undefined ? '' : `  ${formula.name}`)],
        ['subject', show(line.subject)],
        ['tape', show(line.tape)],
      ] as const)
    : []),
]

/** Prints nouns as the journal does, those of one service, but no longer than so many characters. */
export const shower = (service: string | undefined, limit: number): ((noun: Noun) => string) => {
  const name: Atom | undefined = service === undefined || service.endsWith('\0') ? undefined : cord(service)
  return (noun) => nounText(noun, name, limit)
}
