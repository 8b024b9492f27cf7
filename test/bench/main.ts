import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLeft } from 'fp-ts/lib/Either.js'
import { progressBar } from '../../runtime/command/progress.js'
import { EXIT } from '../../runtime/terminal/failure.js'
import { complain, print } from '../../runtime/terminal/terminal.js'
import { USAGE, readArguments } from './arguments.js'
import { drawChart } from './chart.js'
import { meansOf } from './means.js'
import { Part, type Report } from './result.js'
import { type ScaleName } from './scale.js'
import { drawReport } from './table.js'
import { vereHere } from './vere.js'

// `npm run bench`: measures every part, prints tables, and writes bench.json and chart.svg; where a
// part fails, its products differ, say, it writes nothing and ends with 1.

/**
 * Garbage is collected before each sample, and all of it then: a sweeper that goes on beside the sample would be in its CPU
 * time, and that garbage was another's.
 */
const FLAGS = ['--expose-gc', '--no-concurrent-sweeping']

/** Measures a part in a process of its own. */
const measured = (name: string, scale: ScaleName): Promise<Part> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('part.js', import.meta.url))
    const child = spawn(process.execPath, [...FLAGS, script, name, scale], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`the part ${name} ended with ${code}`))
      const part = Part.decode(JSON.parse(Buffer.concat(chunks).toString()))
      if (isLeft(part)) return reject(new Error(`the part ${name} printed something else`))
      resolve(part.right)
    })
  })

const report = async (names: readonly string[], scale: ScaleName): Promise<Report> => {
  const found: Part[] = []
  const missing: string[] = []
  const bar = await progressBar(names.length)
  try {
    for (const name of names) {
      try {
        found.push(await measured(name, scale))
      } catch (error) {
        missing.push(name)
        complain('bench', (error as Error).message)
      }
      bar.add(1)
    }
  } finally {
    bar.stop()
  }
  const rows = found.flatMap((part) => part.rows)
  const vere = vereHere(rows)
  return {
    scale,
    node: process.version.slice(1),
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    missing,
    date: new Date().toISOString().slice(0, 10),
    vere,
    means: meansOf(rows, vere),
    rows,
    growth: found.flatMap((part) => part.growth),
    memory: found.flatMap((part) => part.memory),
  }
}

const asked = readArguments(process.argv.slice(2), process.env)
if (typeof asked === 'string') {
  complain('bench', `${asked}\n\n${USAGE}`)
  process.exitCode = EXIT.usage
} else {
  const found = await report(asked.parts, asked.scale)
  print(drawReport(found) + '\n')
  if (found.missing.length > 0) process.exitCode = EXIT.crash
  else if (asked.out !== undefined) {
    mkdirSync(asked.out, { recursive: true })
    writeFileSync(join(asked.out, 'bench.json'), JSON.stringify(found, undefined, 1) + '\n')
    writeFileSync(join(asked.out, 'chart.svg'), drawChart(found))
  }
}
