import { describeCrash } from '../../nock/index.js'
import { type Book } from '../formulas/index.js'
import { differences } from './difference.js'
import { type Found, type Verdict } from './replay.js'
import { type Report } from './report.js'
import { PARTS, shower } from './show.js'
import { inBook } from './table.js'

/** How many characters of a noun a program is given. */
const SHOWN = 2 ** 20

/**
 * What was checked and what was found, as an object for JSON: nouns and axes as text, what there is not as null.
 *
 * @param only the services that are reported on
 * @param milliseconds that it took
 */
export const reportJson = (
  { verdict, report }: { readonly verdict: Verdict; readonly report: Report },
  book: Book,
  only: (service: string) => boolean,
  milliseconds: number,
): object => {
  const { services, formulas, first, last, chain, torn, ...counts } = report
  return {
    ...verdictJson(verdict),
    ...counts,
    from: first ?? null,
    to: last ?? null,
    chain: chain ?? null,
    torn: torn === undefined ? null : { ...torn.place, bytes: torn.bytes },
    milliseconds: Math.round(milliseconds),
    services: [...services]
      .filter(([service]) => only(service))
      .map(([service, ofService]) => ({ service, ...ofService })),
    formulas: formulas.map((one) => ({
      formula: one.id,
      name: one.name ?? null,
      decisions: one.decisions,
      now: inBook(one, book) ?? null,
    })),
  }
}

const verdictJson = (verdict: Verdict): object => {
  switch (verdict._tag) {
    case 'Same':
      return { verdict: 'same', found: null }
    case 'Cut':
      return { verdict: 'cut', found: { head: verdict.head } }
    case 'Damaged':
      return { verdict: 'damaged', found: { ...verdict.place, message: verdict.message } }
    case 'Differs':
      return { verdict: 'differs', found: foundJson(verdict) }
    case 'Undecided':
      return { verdict: 'undecided', found: foundJson(verdict) }
  }
}

const foundJson = ({ place, line, formula, mismatch }: Found): object => {
  const { message, nouns, crash } = mismatch
  const show = shower('service' in line ? line.service : undefined, SHOWN)
  const parts = nouns === undefined ? [] : differences(nouns.journal, nouns.replay, PARTS)
  return {
    ...place,
    message,
    ...('service' in line ? { service: line.service } : {}),
    ...('time' in line ? { time: line.time } : {}),
    ...(line.line === 'decision'
      ? {
          event: line.event,
          formula: line.formula,
          name: formula?.name ?? null,
          subject: show(line.subject),
          tape: show(line.tape),
        }
      : {}),
    what: nouns?.what ?? null,
    journal: nouns === undefined ? null : show(nouns.journal),
    replay: nouns === undefined ? null : show(nouns.replay),
    parts: parts.map(({ axis, a, b }) => ({ axis: show(axis), journal: show(a), replay: show(b) })),
    crash: crash === undefined ? null : describeCrash(crash, crash.formula),
  }
}
