import { accessSync, constants, existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Either, left, right } from '../../nock/either.js'
import { printable } from '../log/printable.js'
import { CURRENT, keptFiles } from '../output/files.js'
import { type NoLogs, findLogs } from '../output/find.js'
import { LineJson } from '../output/line-json.js'
import { OutputReader } from '../output/reader.js'
import { whichService } from '../sv/which.js'
import { EXIT, type Failure, badData } from '../terminal/failure.js'
import { complain, print, quoted, reason } from '../terminal/terminal.js'
import { define } from './define.js'

const WHO = 'runock logs'

/** How many lines are shown, unless it is said. */
const LINES = 10

/** How often is looked for more, in milliseconds. */
const LOOK = 100

const lines = (text: string): Either<string, number> =>
  text === 'all'
    ? right(Infinity)
    : /^\d{1,9}$/.test(text)
      ? right(Number(text))
      : left('a number of lines, or all')

export const command = define({
  name: 'logs',
  about:
    'Shows what a service has written: what its log/ (svlogd) keeps, or, where it has none, the supervisor\n' +
    'with --log. Lines are shown as they were kept, those of older files, too.',
  examples: [
    ['runock logs web', '2026-12-01_03:17:12.91178 GET / 200'],
    ['runock logs -f -n 100 web', '2026-12-01_03:17:12.91178 GET / 200'],
    [
      'runock logs -n all --json web',
      '{"service":"web","time":"2026-12-01T03:17:12.911Z","line":"GET / 200"}',
    ],
  ],
  positionals: {
    service: { about: 'as runock sv takes it: a name in $SVDIR, or a path', completes: 'service' },
  },
  options: {
    follow: { about: 'go on with what it writes, until ended', short: 'f' },
    lines: {
      about: `the last N lines, or all; ${LINES} unless given`,
      value: 'N',
      decode: lines,
      short: 'n',
    },
    json: { about: 'an object for each line; with its time, if svlogd has put that before it' },
  },
  run: async ({ service, follow, lines, json }) => {
    const which = whichService(service)
    if (which._tag === 'Left') return which
    const found = findLogs(which.right)
    if (found._tag === 'Left') return left(noLogs(found.left, service, which.right))
    const unreadable = whyUnreadable(join(found.right, CURRENT))
    if (unreadable !== undefined) return left(unreadable)
    if (keptFiles(found.right).length === 0)
      complain(WHO, `nothing is kept of ${quoted(service)} yet, in ${printable(found.right)}`)

    const reader = new OutputReader(found.right)
    reader.onMissed = () => complain(WHO, 'lines were removed before they could be read')
    reader.goBack(lines ?? LINES)
    const asJson = json ? new LineJson(service) : undefined
    const out = new Out()
    while (!out.isClosed) {
      const bytes = reader.read()
      if (bytes !== undefined) await out.write(asJson === undefined ? bytes : asJson.add(bytes))
      else if (follow) await pause(LOOK)
      else break
    }
    if (asJson !== undefined) await out.write(asJson.rest())
    reader.close()
    return right(EXIT.ok)
  },
})

/** Standard output, waited for: what comes faster than it is read is not piled up. */
class Out {
  isClosed = false

  constructor() {
    for (const event of ['error', 'close'] as const) process.stdout.once(event, () => (this.isClosed = true))
  }

  async write(data: string | Uint8Array): Promise<void> {
    if (data.length === 0 || this.isClosed) return
    print(data)
    if (!process.stdout.writableNeedDrain) return
    const ended = new AbortController()
    const { signal } = ended
    const events = ['drain', 'close'].map((event) => once(process.stdout, event, { signal }))
    await Promise.race(events).catch(() => {}) // it is closed
    ended.abort()
    await Promise.allSettled(events)
  }
}

const whyUnreadable = (file: string): Failure | undefined => {
  try {
    if (existsSync(file)) accessSync(file, constants.R_OK)
    return undefined
  } catch (error) {
    return badData(`cannot read ${quoted(file)}: ${reason(error)}`)
  }
}

const noLogs = (why: NoLogs, service: string, directory: string): Failure => {
  const name = quoted(service)
  switch (why) {
    case 'none':
      return badData(
        `no log is kept of ${name}, it writes to the standard output of its supervisor\n` +
          `runock supervise --log DIR keeps it; or give it a log/ whose run is: exec svlogd -tt ./main`,
      )
    case 'refused':
      return badData(
        `you may not look into ${printable(join(directory, 'supervise'))}: become who supervises it`,
      )
    case 'nowhere':
      return badData(
        `where the log/ of ${name} keeps its lines is not to be found: no file ${CURRENT}, as svlogd has it; ` +
          `see ${printable(join(directory, 'log/run'))}`,
      )
  }
}
