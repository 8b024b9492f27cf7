import { basename, dirname, resolve } from 'node:path'
import { tags } from '../../jets/index.js'
import { type Either, left, right } from '../../nock/either.js'
import { nearest } from '../../nock/nearest.js'
import { type NoAnswer, askSupervisor } from '../explain/ask-supervisor.js'
import { explain, subjectOf } from '../explain/explain.js'
import { explanationJson, restJson } from '../explain/json.js'
import { namesOf } from '../explain/names.js'
import { type Told, readTold } from '../explain/recorded.js'
import { type Step, reduction, stepText } from '../explain/steps.js'
import { type Style, anotherText, explanationText, restText } from '../explain/text.js'
import { loadFormulas, showFormulaError } from '../formulas/index.js'
import { journalFiles } from '../journal/index.js'
import { NO_FILE, readJournal } from '../journal/read.js'
import { printable } from '../log/printable.js'
import { type Decision } from '../supervision/step.js'
import { isPath, whichService } from '../sv/which.js'
import { define } from './define.js'
import { EXIT, type Failure, badData, crashed } from '../terminal/failure.js'
import { printed, readNouns, reading } from './nouns.js'
import { bold, complain, hasStyle, print, quoted, reason } from '../terminal/terminal.js'

const WHO = 'runock explain'

const count = (text: string): Either<string, number> =>
  /^[1-9]\d{0,3}$/.test(text) ? right(Number(text)) : left('a number from 1 to 9999')

export const command = define({
  name: 'explain',
  about:
    'Says why a service was last started or stopped: what the formula asked and was answered, and the\n' +
    'branch that each of its rules 6 took. The decision is made again, by the reference interpreter.\n' +
    'A running supervisor knows the last start, the last stop and the last five decisions.\n' +
    'Of a formula, [… or --formula NAME, it says in words what that does.',
  examples: [
    ['runock explain web', 'web: started as pid 4242 on a look (%supervise), 2026-11-23T06:21:10.123Z'],
    [
      'runock explain --journal decisions.jsonl --last 1 web',
      'web: stopped on sv down (%d), 2026-11-23T06:22:01.456Z',
    ],
    ['runock explain --formula stop', 'if …'],
  ],
  positionals: {
    service: {
      about: 'as runock sv takes it: a name in $SVDIR, or a path; or a formula: a noun in brackets',
      completes: 'service',
    },
  },
  options: {
    journal: {
      about: 'what a journal tells, in place of the running supervisor',
      value: 'FILE',
      decode: (text: string): Either<string, string> =>
        text === '' ? left('the name of a file') : right(text),
    },
    last: { about: 'the last N decisions that asked or changed something', value: 'N', decode: count },
    all: { about: 'the rules 6, too, that are inside formulas for which jets stand: ask, dec, …' },
    steps: { about: 'the whole reduction, too, each step with its line of the definition' },
    formula: { about: 'SERVICE is the name of a formula, or @FILE, or - for stdin' },
    step: { about: 'in its place go through it, forward and back, as runock step does' },
    open: { about: 'in its place a link, which opens the decision in the playground' },
    json: { about: 'as JSON, an array of decisions; if none is known, of how it was taken up' },
    ...reading,
  },
  run: async ({ service, journal, last, all, steps, step, open, formula, json, formulas }) => {
    if (formula || service.startsWith('[')) return explainText(service, json, formulas)
    const book = loadFormulas(formulas === undefined ? [] : [formulas])
    if (book._tag === 'Left') return left(badData(showFormulaError(book.left)))
    const source =
      journal === undefined
        ? await fromSupervisor(service, last ?? 1)
        : fromJournal(journal, basename(resolve(service)), last ?? 1)
    if (source._tag === 'Left') return source
    const told = source.right
    if (told.damage !== undefined && !told.services.has(told.service)) {
      const { place, message } = told.damage
      if (json) print('[]\n')
      const where = `${printable(place.file)}:${place.line}`
      return left(crashed(`${where}: ${message}; nothing of ${quoted(told.service)} stands before it`))
    }
    for (const trouble of told.troubles) complain(WHO, trouble)
    if (told.torn !== undefined) complain(WHO, told.torn)

    const names = namesOf(book.right, told.named)
    const chosen = last === undefined && told.turn !== undefined ? [told.turn] : told.last
    if (open && chosen.length > 0) {
      const { openDecisions } = await import('../playground/open-decisions.js')
      return openDecisions(
        chosen.map(({ decision }) => decision),
        WHO,
        json,
      )
    }
    const through = chosen.at(-1)
    if (step && through !== undefined) return right(await goThrough(through.decision, json))
    const explained = chosen.map((one) => ({
      one,
      why: explain(one.decision, names, { all }),
    }))
    if (json) {
      const text = printed(() => {
        const decisions = explained.map(({ one, why }) =>
          explanationJson(one, why, names.another, steps ? stepsOf(one.decision) : undefined),
        )
        return JSON.stringify(decisions.length === 0 ? [restJson(told)] : decisions, undefined, 2)
      })
      if (text._tag === 'Left') return text
      print(text.right + '\n')
    } else {
      const style = styleOf(process.stdout)
      for (const { one, why } of explained) {
        printLines(explanationText(one, why, names, style))
        if (!steps) continue
        const lines: string[] = []
        reduction(one.decision, (step) => {
          lines.push(stepText(step, names, one.decision.before.name, style))
          if (lines.length === 1000) printLines(lines.splice(0))
        })
        printLines(lines)
      }
      printLines(restText(told, chosen.length, last !== undefined))
      if (chosen.length > 0) printLines(anotherText(names))
    }
    const differing = explained.filter(({ why }) => why.agrees === false)
    for (const { one } of differing)
      complain(WHO, `the decision of ${one.time} is not what its formula gives now; see runock replay`)
    return right(differing.length + told.troubles.length > 0 ? EXIT.crash : EXIT.ok)
  },
})

const explainText = async (
  word: string,
  json: boolean,
  formulas: string | undefined,
): Promise<Either<Failure, number>> => {
  const nouns = await readNouns([['FORMULA', word]], formulas)
  if (nouns._tag === 'Left') return nouns
  const book = loadFormulas(formulas === undefined ? [] : [formulas])
  if (book._tag === 'Left') return left(badData(showFormulaError(book.left)))
  const { explainedFormula, explanationOfFormulaJson } = await import('../explain/formula.js')
  const { explanation, brackets, jetOf } = explainedFormula(nouns.right[0]!, book.right)
  if (json) print(JSON.stringify(explanationOfFormulaJson(explanation, jetOf), undefined, 2) + '\n')
  else {
    const { explanationLines } = await import('../../nock/explanation/text.js')
    printLines([bold(brackets), ...explanationLines(explanation)])
  }
  return right(EXIT.ok)
}

/** Shows the steps of a decision; what it is about is written as text in them. */
const goThrough = async (decision: Decision, json: boolean): Promise<number> => {
  const { presentSteps } = await import('../step/present.js')
  const { formula, before } = decision
  const subject = subjectOf(decision)
  const cords = new Set([...tags, before.name])
  const shown = { isExpanded: false, from: 0, most: 10_000, json, cords, limit: 80 }
  const { crashed: has } = await presentSteps({ subject, formula, ...shown }, WHO)
  return has ? EXIT.crash : EXIT.ok
}

const stepsOf = (decision: Decision): readonly Step[] => {
  const steps: Step[] = []
  reduction(decision, (step) => steps.push(step))
  return steps
}

const printLines = (lines: readonly string[]): void => {
  if (lines.length > 0) print(lines.join('\n') + '\n')
}

/** Off a terminal lines are as long as a help's. */
const WIDTH = 100

const styleOf = (stream: { readonly isTTY?: boolean; readonly columns?: number }): Style => ({
  width: Math.max(stream.columns ?? WIDTH, 40),
  bold: (text) => bold(text, stream),
  dim: (text) => (hasStyle(stream, process.env) ? `\x1b[2m${text}\x1b[22m` : text),
})

const INSTEAD = '--journal FILE reads what a supervisor has written'

const fromSupervisor = async (service: string, most: number): Promise<Either<Failure, Told>> => {
  const which = whichService(service)
  if (which._tag === 'Left') return which
  const directory = which.right
  const answer = await askSupervisor(directory)
  if (answer._tag === 'Right') return right(readTold(answer.right, undefined, most))
  return left(
    noAnswer(answer.left, service, printable(dirname(isPath(service) ? resolve(directory) : directory))),
  )
}

/** @param services the directory of which a supervisor would have to be */
const noAnswer = (no: NoAnswer, service: string, services: string): Failure => {
  switch (no.why) {
    case 'nobody':
      return badData(`${quoted(service)}: no supervisor runs there: runock supervise ${services}\n${INSTEAD}`)
    case 'refused':
      return badData(`no supervisor of ${quoted(service)} can be asked: ${no.message}\n${INSTEAD}`)
    case 'silent':
      return {
        code: EXIT.temporary,
        message: `the supervisor of ${quoted(service)} does not answer: it is busy, or runit's\n${INSTEAD}`,
      }
  }
}

const fromJournal = (file: string, service: string, most: number): Either<Failure, Told> => {
  try {
    const files = journalFiles(file)
    if (files.length === 0)
      return left(
        badData(file === '-' ? `cannot read '-': ${NO_FILE}` : `there is no journal ${quoted(file)}`),
      )
    const told = readTold(readJournal(files), service, most)
    const { damage } = told
    if (damage?.isForeign) return left(badData(`${quoted(damage.place.file)}: ${damage.message}`))
    if (damage !== undefined || told.services.has(service)) return right(told)
    const meant = nearest(service, told.services)
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    return left(badData(`${quoted(file)} tells of no service ${quoted(service)}${hint}`))
  } catch (error) {
    return left(badData(`cannot read ${quoted(file)}: ${reason(error)}`))
  }
}
