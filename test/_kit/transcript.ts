import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('../../.dist/runtime/main.js', import.meta.url))

/** What a program did. */
export interface Run {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: Buffer
}

/**
 * Runs a line of shell in which `runock` is the built program.
 *
 * @param cwd where; files that the line makes are there for the next
 */
export const shell = (line: string, cwd: string): Promise<Run> =>
  new Promise((resolve, reject) => {
    const script = `runock() { "$NODE" "$MAIN" "$@"; }\n${line}`
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', NODE: process.execPath, MAIN }
    const child = spawn('sh', ['-c', script], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 30_000,
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 128 : 0), stdout: Buffer.concat(out), stderr: Buffer.concat(err) }),
    )
  })

/**
 * A test: the commands of a transcript, run in an empty directory one after another, do again what it says they did.
 * The first line is the test's title.
 *
 *     $ command          the shell runs it
 *     output             on stdout
 *     ! message          on stderr
 *     = 65               the exit code, where it is not 0
 *     \                  where the last line before had no newline
 *
 * @param text as a whole indented as its first line is
 * @example
 * transcript(`
 *   the mug
 *
 *   $ runock mug 0
 *   2046756072
 * `)
 */
export const transcript = (text: string): void => {
  const [title, rest] = unindented(text).split(/\n+(.*)/s) as [string, string]
  // oxlint-disable-next-line vitest/valid-title -- the title is in the text
  test(title, async () => {
    expect(await replay(rest)).toBe(rest)
  })
}

/** Lines without the indentation of the first, and without the empty line before it. */
export const unindented = (text: string): string => {
  const lines = text.replace(/^\n/, '')
  const [indent] = /^ */.exec(lines)!
  return lines.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
}

/**
 * The transcript that the commands of a transcript give now.
 *
 * @param files that are there when it starts, by their names
 */
export const replay = async (
  transcript: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const cwd = mkdtempSync(join(tmpdir(), 'runock-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
    let text = ''
    for (const command of commandsOf(transcript)) {
      const { code, stdout, stderr } = await shell(command, cwd)
      text += `$ ${command}\n${lines(stdout, '')}${lines(stderr, '! ')}${code === 0 ? '' : `= ${code}\n`}`
    }
    return text
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

/** The commands of a transcript, in order. */
export const commandsOf = (transcript: string): string[] =>
  transcript
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2))

const lines = (bytes: Buffer, mark: string): string => {
  const text = bytes.toString('utf8')
  if (text === '') return ''
  const whole = text.endsWith('\n') ? text.slice(0, -1) : text + '\n\\'
  return whole.replaceAll(/^/gm, mark).replaceAll(/ +$/gm, '') + '\n'
}
