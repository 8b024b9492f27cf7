import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printable } from '../log/printable.js'

/** What was thrown, on one line, and where, if that can be found: `TypeError: not today (jets.js:3)`. */
export const thrownText = (thrown: unknown, modules: readonly string[]): string => {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  const where = thrown instanceof Error ? positionOf(thrown, modules) : undefined
  return printable(where === undefined ? text : `${text} (${where})`)
}

/**
 * Where an error comes from: of one of the syntax that place, otherwise the first frame in one of the modules, or
 * else in whatever they import.
 */
const positionOf = (error: Error, modules: readonly string[]): string | undefined => {
  const lines = String(error.stack).split('\n')
  const [, file, line] = /^((?:file:\/)?\/.*):(\d+)$/.exec(lines[0]!) ?? []
  if (file !== undefined) return shown(file, line!)
  const frames = lines.flatMap((frame) => {
    const [, at, row] = /^ +at (?:.* \()?((?:file:\/)?\/.*):(\d+):\d+\)?$/.exec(frame) ?? []
    return at === undefined ? [] : [[pathOf(at), row!] as const]
  })
  const paths = modules.map((path) => resolve(path))
  const frame = frames.find(([path]) => paths.includes(path)) ?? frames[0]
  if (frame !== undefined) return shown(...frame)
  return error instanceof SyntaxError ? modules.map(syntaxErrorIn).find((found) => found) : undefined
}

/** Node keeps the place of a syntax error in an ECMAScript module to itself; with `--check` it prints it. */
const syntaxErrorIn = (path: string): string | undefined => {
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--check'], {
    input: readFileSync(path),
    encoding: 'utf8',
    timeout: 5_000,
  })
  const [, line] = /^\[stdin\]:(\d+)$/m.exec(stderr) ?? []
  return line === undefined ? undefined : shown(resolve(path), line)
}

const pathOf = (file: string): string => (file.startsWith('file:') ? fileURLToPath(file) : file)

/** From the working directory, if it is in it. */
const shown = (file: string, line: string): string => {
  const path = pathOf(file)
  const short = relative(process.cwd(), path)
  return `${short.startsWith('..') ? path : short}:${line}`
}
