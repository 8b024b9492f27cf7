import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { journalFiles } from '../../runtime/journal/files.js'
import { USUAL, writeFleet } from '../_kit/fleet.js'
import { measured } from '../_kit/measured.js'

// How fast a day's journal of a million decisions is replayed, and in how much memory; beside what others take to read
// the same files: to hash them, and to parse each line of them. In seconds of a core, which other work disturbs less.

const DECISIONS = 1_000_000

/** Others that read every byte, or every line, of the files: each a command of the shell. */
const PEERS = [
  ['sha256sum', 'sha256sum'],
  ['jq -c .line', 'jq -c .line'],
  [
    'JSON.parse of each line',
    `'${process.execPath}' -e "require('readline').createInterface(process.stdin).on('line', JSON.parse)"`,
  ],
] as const

/** Seconds of a core that a peer takes for all files; undefined where there is no such program. */
const cpuOf = (command: string, files: readonly string[]): number | undefined => {
  const script = `for file; do ${command} < "$file" > /dev/null || exit; done; times`
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', ...files], { encoding: 'utf8' })
  // the shell's own times, then those of what it ran: 0m1.200000s 0m0.340000s
  const [, , user, system] = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => 60 * Number(minutes) + Number(seconds),
  )
  return status === 0 ? user! + system! : undefined
}

const row = (what: string, cpu: number, more: string): string =>
  `${what.padEnd(26)} ${cpu.toFixed(1).padStart(6)} s   ${more}`

test('a million decisions', { timeout: 1_800_000 }, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'runock-'))
  try {
    const file = join(directory, 'journal')
    const began = performance.now()
    const { decisions, lines, last } = writeFleet(file, DECISIONS, {
      seed: 1,
      services: 100,
      policy: 'sv',
      temper: USUAL,
      restarts: 0.01,
      full: 0,
      all: false,
      size: 2 ** 26,
    })
    const files = journalFiles(file)
    const bytes = files.reduce((sum, one) => sum + statSync(one).size, 0)
    console.log(
      `${decisions} decisions, ${lines} lines, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB,` +
        ` written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
    for (const [name, words] of [
      ['reference', []],
      ['machine', ['--machine']],
    ] as const) {
      const heap = ['--max-old-space-size=128']
      const run = await measured(['replay', ...words, '--json', '--head', last, file], heap)
      expect(JSON.parse(run.stdout)).toMatchObject({ verdict: 'same', decisions })
      console.log(
        row(
          `replay by the ${name}`,
          run.cpu,
          `${(decisions / run.cpu).toFixed(0)} decisions a second; ${run.seconds.toFixed(1)} s by the clock;` +
            ` ${(run.memory / 1e6).toFixed(0)} MB at most`,
        ),
      )
      for (const [peer, command] of PEERS) {
        const cpu = cpuOf(command, files)
        if (cpu === undefined) console.log(`  ${peer}: not there`)
        else console.log(row(`  ${peer}`, cpu, `replay takes ${(run.cpu / cpu).toFixed(1)} times that`))
      }
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
})
