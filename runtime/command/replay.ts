import { type Either, left, right } from '../../nock/either.js'
import { nearest } from '../../nock/nearest.js'
import { define } from './define.js'
import { EXIT, type Failure, badData } from '../terminal/failure.js'
import { reading } from './nouns.js'
import { steps } from './steps.js'
import { complain, print, quoted, reason } from '../terminal/terminal.js'

const chain = (text: string): Either<string, string> =>
  /^[0-9a-f]{64}$/.test(text) ? right(text) : left('a chain, 64 hexadecimal digits')

export const command = define({
  name: 'replay',
  about:
    'Makes every decision of a journal again, by the pure interpreter: the same product, bit for bit.\n' +
    'Checks, too, that each goes on from the one before, that every formula has its hash, and that no\n' +
    'line was changed, removed or moved. The first difference is told on stderr, and the exit code is 1.',
  examples: [
    ['runock replay decisions.jsonl', 'what was checked, of each service and in all'],
    ['runock replay --machine --json decisions.jsonl | jq -r .verdict', 'same'],
    ['runock replay --head "$(cat chain)" decisions.jsonl', 'lines cut off at the end are missed, too'],
  ],
  positionals: {
    file: {
      about: 'what `runock supervise --journal` writes; FILE.1, FILE.2 … beside it are read first',
      completes: 'file',
    },
  },
  options: {
    machine: { about: 'evaluate by the machine, without jets: faster than the reference interpreter' },
    head: {
      about: 'there must be a line with this chain, the last one at some earlier time',
      value: 'CHAIN',
      decode: chain,
    },
    budget: {
      about: 'steps, and nouns, for each decision: 1e8 unless given; beyond, it is undecided',
      value: 'N',
      decode: steps,
    },
    service: {
      about: 'report on this service only; all are checked',
      value: 'NAME',
      decode: (text: string): Either<string, string> => right(text),
    },
    json: { about: 'the report as JSON, with what was found, and nothing on stderr' },
    formulas: { ...reading.formulas, about: 'compare with the formulas in DIR those of the same name' },
  },
  run: async ({ file, machine, head, budget, service, json, formulas }) => {
    const { loadFormulas, showFormulaError } = await import('../formulas/index.js')
    const book = loadFormulas(formulas === undefined ? [] : [formulas])
    if (book._tag === 'Left') return left(badData(showFormulaError(book.left)))

    const began = performance.now()
    const done = await replayFile(file, {
      evaluate: machine ? (await import('../../nock/nock.js')).nock : undefined,
      budget: budget === undefined ? undefined : { steps: budget, nouns: budget },
      head,
    })
    if (done._tag === 'Left') return done
    const milliseconds = performance.now() - began
    const { verdict, report } = done.right
    if (verdict._tag === 'Damaged' && verdict.isForeign)
      return left(badData(`${quoted(verdict.place.file)}: ${verdict.message}`))
    if (verdict._tag !== 'Damaged' && report.lines === 0)
      return left(badData(`${quoted(file)}: there is no whole line in it`))
    if (service !== undefined && !report.services.has(service) && verdict._tag === 'Same') {
      const meant = nearest(service, report.services.keys())
      const hint = meant === undefined ? '' : `; did you mean ${meant}?`
      return left(badData(`no service ${quoted(service)} in it${hint}`))
    }

    const only = (name: string): boolean => service === undefined || name === service
    if (json) {
      const { reportJson } = await import('../replay/json.js')
      print(JSON.stringify(reportJson(done.right, book.right, only, milliseconds)) + '\n')
      return right(verdict._tag === 'Same' ? EXIT.ok : EXIT.crash)
    }
    const { drawReport } = await import('../replay/table.js')
    const { showPlace, showVerdict } = await import('../replay/show.js')
    print(drawReport(report, book.right, only) + '\n')
    if (report.torn !== undefined) {
      const { place, bytes } = report.torn
      complain('runock replay', `${showPlace(place)}: ${bytes} bytes of a line that was not finished`)
    }
    if (verdict._tag !== 'Same') return left({ code: EXIT.crash, message: showVerdict(verdict) })
    complain('runock replay', `no difference; ${rate(report.decisions, milliseconds)}`)
    return right(EXIT.ok)
  },
})

type Replay = typeof import('../replay/replay.js').replay

/** Replays a journal and shows how far it has come; or why it cannot be read. */
const replayFile = async (
  file: string,
  options: Parameters<Replay>[1],
): Promise<Either<Failure, ReturnType<Replay>>> => {
  const { statSync } = await import('node:fs')
  const { journalFiles } = await import('../journal/files.js')
  const { NO_FILE, readJournal } = await import('../journal/read.js')
  const { replay } = await import('../replay/replay.js')
  const { progressBar } = await import('./progress.js')
  try {
    const there = journalFiles(file)
    if (file === '-' && there.length === 0) return left(badData(`cannot read '-': ${NO_FILE}`))
    const files = there.length === 0 ? [file] : there
    const sizes = files.map((one) => statSync(one)).map((stat) => (stat.isFile() ? stat.size : undefined))
    if (sizes.includes(undefined)) return left(badData(`cannot read ${quoted(file)}: ${NO_FILE}`))
    const progress = await progressBar(sizes.reduce<number>((sum, size) => sum + size!, 0))
    try {
      return right(replay(readJournal(files, progress.add), options))
    } finally {
      progress.stop()
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return left(badData(`cannot read ${quoted(file)}: ${reason(error)}`))
  }
}

const rate = (decisions: number, milliseconds: number): string => {
  const perSecond = Math.round((decisions / milliseconds) * 1000)
  return `${decisions} decisions in ${(milliseconds / 1000).toFixed(1)} s, ${perSecond} a second`
}
