import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { progressBar } from '../../../runtime/command/progress.js'
import { EXIT } from '../../../runtime/terminal/failure.js'
import { complain, print } from '../../../runtime/terminal/terminal.js'
import { type Asked } from '../asked.js'
import { USAGE, readArguments } from './arguments.js'
import { Bench } from './bench.js'
import { CONTENDERS } from './contenders.js'
import { parts } from './parts.js'
import { type Report, type Row } from './result.js'
import { SCALES } from './scale.js'
import { drawReport } from './table.js'

// `npm run bench:supervise`: measures runock beside runit, s6 and PM2, prints tables, and writes supervise.json.

const report = async ({ parts: names, scale }: Asked): Promise<Report> => {
  const here = CONTENDERS.filter((contender) => contender.missing() === undefined)
  const missing = CONTENDERS.flatMap((one) =>
    one.missing() === undefined ? [] : [`${one.name}: ${one.missing()}`],
  )
  const rows: Row[] = []
  const load = [loadavg()[0]!]
  const bar = await progressBar(names.length)
  using bench = new Bench()
  try {
    for (const name of names) {
      try {
        rows.push(...(await parts.get(name)!(bench, here, SCALES[scale])))
      } catch (error) {
        missing.push(`${name}: ${(error as Error).message}`)
        process.exitCode = EXIT.crash
      }
      bar.add(1)
    }
  } finally {
    bar.stop()
  }
  load.push(loadavg()[0]!)
  return {
    scale,
    date: new Date().toISOString().slice(0, 10),
    node: process.version.slice(1),
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    load,
    missing,
    rows,
  }
}

const asked = readArguments(process.argv.slice(2), process.env)
if (typeof asked === 'string') {
  complain('bench', `${asked}\n\n${USAGE}`)
  process.exitCode = EXIT.usage
} else {
  const found = await report(asked)
  print(drawReport(found) + '\n')
  if (asked.out !== undefined) writeFileSync(asked.out, JSON.stringify(found, undefined, 1) + '\n')
}
