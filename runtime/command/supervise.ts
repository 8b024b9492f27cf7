import { relative } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { define } from './define.js'
import { type Description, type Options, type Positionals, type Values } from './description.js'
import { EXIT, type Failure, badData, misused } from '../terminal/failure.js'
import { type Beside } from '../tree/beside.js'
import { placeOf } from '../metrics/place.js'

const text = (value: string) => right(value)

const file = (value: string): Either<string, string> =>
  value === '' ? left('the name of a file') : right(value)

const SYNCS = ['never', 'second', 'always'] as const
const sync = (value: string): Either<string, (typeof SYNCS)[number]> => {
  const found = SYNCS.find((one) => one === value)
  return found === undefined ? left('never, second or always') : right(found)
}

/** Bytes: `500000`, `64M`, `1G`. */
const bytes = (value: string): Either<string, number> => {
  const [, digits, unit = ''] = /^(\d+)([KMG]?)$/.exec(value) ?? []
  const size = Number(digits) * 1024 ** ' KMG'.indexOf(unit || ' ')
  return size > 0 && Number.isSafeInteger(size) ? right(size) : left('a size such as 500000, 64M or 1G')
}

const count = (value: string): Either<string, number> =>
  /^\d{1,9}$/.test(value) ? right(Number(value)) : left('a number')

const some = (value: string): Either<string, number> =>
  /^[1-9]\d{0,3}$/.test(value) ? right(Number(value)) : left('a number from 1 to 9999')

/** Would a directory be taken for a service of that one, or for a part of one? */
const isService = (log: string, directory: string): boolean => !/^\.|^\//.test(relative(directory, log))

/** What `supervise` and `init` are told alike. */
export const told = {
  positionals: {
    directory: { about: 'holds a directory for each service; watched while it runs', completes: 'directory' },
  },
  options: {
    policy: {
      about:
        'the policy of every service that has no file `policy`;\nthe formula sv unless given; runit ends by TERM and awaits finish; throttled waits a second between starts',
      value: 'NAME',
      completes: 'policy',
      decode: text,
    },
    formulas: {
      about: 'a directory of formulas that go before those of the package',
      value: 'DIR',
      decode: text,
    },
    json: { about: 'messages as JSON, a line each' },
    journal: {
      about:
        'append every decision that asked or changed something to FILE:\nrunock replay makes them all again',
      value: 'FILE',
      decode: text,
    },
    journalAll: { about: 'those, too, that found all well, one for each service at each sweep' },
    journalSync: {
      about: 'when it is forced onto the disk: never, each second (unless given), always',
      value: 'WHEN',
      completes: SYNCS,
      decode: sync,
    },
    journalSize: {
      about: 'set it aside, as FILE.1, FILE.2 …, when it is so long: 64M unless given',
      value: 'SIZE',
      decode: bytes,
    },
    journalKeep: { about: 'keep so many of these; all unless given', value: 'N', decode: count },
    log: {
      about:
        'keep what services without a log/ write to standard output and error, in DIR/NAME/current:\nrunock logs NAME shows it',
      value: 'DIR',
      decode: file,
    },
    logSize: {
      about: 'set a file aside, as current.1, current.2 …, when it is so long: 1M unless given',
      value: 'SIZE',
      decode: bytes,
    },
    logKeep: { about: 'keep so many of these for each service: 10 unless given', value: 'N', decode: some },
    hook: {
      about:
        'run FILE for each change, with EVENT SERVICE PID CODE SIGNAL MESSAGE: started,\ndied, taken-over, start-failed, decision-failed, gone; one at a time, five\nseconds at most, and nothing waits for it',
      value: 'FILE',
      decode: file,
    },
    metrics: {
      about:
        'answer on /metrics, as Prometheus reads it, and on /healthz:\nPORT, 127.0.0.1:PORT, [::1]:PORT or unix:FILE',
      value: 'ADDRESS',
      decode: placeOf,
    },
  },
} satisfies Pick<Description<Positionals, Options>, 'positionals' | 'options'>

/** Supervises as the command line says. */
export const superviseAs = async (
  {
    directory,
    policy,
    formulas,
    json,
    metrics,
    hook,
    log,
    logSize,
    logKeep,
    ...given
  }: Values<typeof told.positionals, typeof told.options>,
  beside?: Beside,
): Promise<Either<Failure, boolean>> => {
  if (directory.trim() === '') return left(misused('DIRECTORY is empty'))
  if (process.platform !== 'linux')
    return left(badData(`supervise needs Linux; the Nock half works on ${process.platform}, too`))
  const { journal: file, journalAll: all, journalSync, journalSize, journalKeep: keep } = given
  if (file === '') return left(misused('--journal takes the name of a file'))
  if (file === undefined && (all || (journalSync ?? journalSize ?? keep) !== undefined))
    return left(misused('the options --journal-… go with --journal FILE'))
  const journal =
    file === undefined
      ? undefined
      : { file, all, sync: journalSync ?? 'second', size: journalSize ?? 64 * 1024 ** 2, keep }
  if (log === undefined && (logSize ?? logKeep) !== undefined)
    return left(misused('the options --log-… go with --log DIR'))
  if (log !== undefined && isService(log, directory))
    return left(misused(`--log ${log} would be a service itself: it is in ${directory}`))
  const output =
    log === undefined ? undefined : { directory: log, size: logSize ?? 1024 ** 2, count: logKeep ?? 10 }
  const { superviseTree } = await import('../tree/supervise.js')
  return superviseTree({
    directory,
    policy: policy ?? 'sv',
    formulas,
    json,
    journal,
    keep: output,
    metrics,
    hook,
    beside,
  })
}

export const command = define({
  name: 'supervise',
  about:
    'Keeps the services in a directory running, every decision made by a formula.\n' +
    'Each sub-directory is a service: its script `run` is started, and started again when it dies;\n' +
    '`finish` and `check` are optional; a file `down` leaves it down until `runock sv up`.\n' +
    'SIGTERM or SIGINT takes every service down and ends; a second one forces.',
  examples: [
    ['runock supervise ./services', 'web: up (pid 4242)'],
    ['runock supervise --policy throttled ./services', 'web: up (pid 4242)'],
    ['runock supervise --journal decisions.jsonl ./services', 'web: up (pid 4242)'],
    ['runock supervise --log ./logs ./services', 'web: up (pid 4242)'],
  ],
  ...told,
  run: async (values) => {
    const ended = await superviseAs(values)
    return ended._tag === 'Left' ? ended : right(ended.right ? EXIT.ok : EXIT.temporary)
  },
})
