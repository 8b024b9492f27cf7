import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hoon } from '../../../jets/hoon/index.js'
import { arithmetic, questions } from '../../../jets/index.js'
import { shell, transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  its help

  $ runock verify --help
  Checks that jets agree with their formulas, on generated subjects: the same value wherever the
  formula has one, and no value where it crashes. Without MODULE it checks the jets of this package:
  those for arithmetic, those that ask the operating system, and the histories of its policies.
  A disagreement is told on stderr, shrunk, with the command that finds it again; the exit code is 1.

  Examples
    $ runock verify --jet dec --runs 300 --seed 1
    jet   runs  value  crash  undecided
    dec    300   77 %   23 %        0 %
    $ runock verify --jet dec --runs 300 --seed 1 --json | grep held
      "held": true,

  Usage
    runock verify [OPTIONS] [MODULE...]

  Arguments
    [MODULE...]   a JavaScript file that exports jets, made by defineJet of runock/jets

  Options
    --runs N            check each jet on N subjects; enough for it unless given
    --seed N            what is drawn follows from N; any unless given
    --jet NAME          check this one only
    --path P            go straight to a disagreement of this jet and seed
    --timeout SECONDS   a jet may take so long on a subject: 2 unless given
    --json              print {"seed","held","reports"}
    --junit FILE        write the reports to FILE, too, as JUnit has them
    --help, -h          show help
  $ runock verify --jet dec --runs 300 --seed 1
  jet   runs  value  crash  undecided
  dec    300   77 %   23 %        0 %
  $ runock verify --jet dec --runs 300 --seed 1 --json | grep held
    "held": true,
`)

transcript(String.raw`
  a module whose jets do not agree with their formulas

  $ printf '%s\n' 'export const inc = { name: "inc", formula: "[4 0 1]", run: (n) => (typeof n === "number" ? n + 1 : undefined) }' > inc.js
  $ printf '%s\n' 'export const more = { name: "my more", formula: "[4 4 0 1]", run: (n) => (n > 6 ? 8 : undefined) }' > more.mjs
  $ runock verify ./inc.js more.mjs --seed 1
  jet       runs  value  crash  undecided
  inc        171   27 %   73 %        0 %  wrong
  my more      5    0 %  100 %        0 %  wrong
  ! runock verify: inc: it answers what is no noun
  !   subject    9007199254740991
  !   jet gives  9007199254740992, which is too large for a number: a bigint is due
  !   again      runock verify ./inc.js more.mjs --jet inc --seed 1 --path 170
  ! runock verify: my more: it gives another value than its formula
  !   subject        7
  !   formula gives  9
  !   jet gives      8
  !   again          runock verify ./inc.js more.mjs --jet 'my more' --seed 1 --path 4
  = 1
  $ runock verify ./inc.js more.mjs --jet 'my more' --seed 1 --path 4
  jet       runs  value  crash  undecided
  my more      1                           wrong
  ! runock verify: my more: it gives another value than its formula
  !   subject        7
  !   formula gives  9
  !   jet gives      8
  !   again          runock verify ./inc.js more.mjs --jet 'my more' --seed 1 --path 4
  = 1
`)

transcript(String.raw`
  jets that are not accepted are failures, with the reason

  $ printf '%s\n' 'import { defineJet } from "runock/jets"' 'const jet = (name, formula) => defineJet({ name, formula, run: () => 7 })' 'export const all = [jet("open", "[9 2 0 1]"), jet("text", "[4 0 1"), jet("one", "[1 7]"), jet("two", "[1 7]")]' > jets.js
  $ runock verify jets.js --seed 1 --runs 50
  jet    runs  value  crash  undecided
  open      0                           wrong
  text      0                           wrong
  one      50  100 %    0 %        0 %
  two       0                           wrong
  ! runock verify: open: its formula is open, so no jet can stand for it: rule 9 runs what the subject has at axis 2
  !   again  runock verify jets.js --jet open --seed 1 --runs 50
  ! runock verify: text: its formula does not read: line 1, column 1: this bracket is never closed
  !   the text  [4 0 1
  !             ^
  !   again     runock verify jets.js --jet text --seed 1 --runs 50
  ! runock verify: two: the jet one already stands for the same formula
  !   again  runock verify jets.js --jet two --seed 1 --runs 50
  = 1
`)

transcript(String.raw`
  a jet that never ends is ended and named

  $ printf '%s\n' 'export default { name: "slow", formula: "[4 0 1]", run: (n) => { while (n === 5); } }' > slow.js
  $ runock verify slow.js --seed 1 --timeout 0.2
  jet    runs  value  crash  undecided
  slow    271   28 %   72 %        0 %  wrong
  ! runock verify: slow: it does not end
  !   subject      5
  !   ended after  0.2 s
  !   again        runock verify slow.js --jet slow --seed 1 --path 270 --timeout 0.2
  = 1
`)

transcript(String.raw`
  wrong words

  $ runock verify --jet dce
  ! runock verify: no jet 'dce'; did you mean dec?
  = 64
  $ runock verify --jet dec --path 1:2
  ! runock verify: --path goes with the --jet and the --seed of its disagreement
  = 64
  $ runock verify --path abc
  ! runock verify: --path takes the path that a failure told, such as 3:1:0, not 'abc'
  ! usage: runock verify [OPTIONS] [MODULE...] (more: runock verify --help)
  = 64
  $ runock verify --seed 1.5
  ! runock verify: --seed takes a whole number below 2^31, not '1.5'
  ! usage: runock verify [OPTIONS] [MODULE...] (more: runock verify --help)
  = 64
  $ runock verify --runs none
  ! runock verify: --runs takes a number of runs, such as 10000, 10.000 or 1e4, not 'none'
  ! usage: runock verify [OPTIONS] [MODULE...] (more: runock verify --help)
  = 64
  $ runock verify --timeout 0
  ! runock verify: --timeout takes a number of seconds, such as 2 or 0.5, not '0'
  ! usage: runock verify [OPTIONS] [MODULE...] (more: runock verify --help)
  = 64
  $ runock verify --junit no/such/place.xml --jet dec
  ! runock verify: cannot write 'no/such/place.xml': no such file or directory
  = 65
  $ mkdir d && runock verify --junit d --jet dec
  ! runock verify: cannot write 'd': it is a directory
  = 65
  $ echo 'export const a = { name: "a", formula: "[1 1]", run: () => 1 }' > a.js && ln -s a.js b.js
  $ runock verify a.js --junit b.js
  ! runock verify: --junit would write over the module 'b.js'
  = 64
  $ runock verify a.js --junit a.js; cat a.js
  export const a = { name: "a", formula: "[1 1]", run: () => 1 }
  ! runock verify: --junit would write over the module 'a.js'
  $ runock verify a.js --runs 5 --seed 1 --junit /dev/full
  jet   runs  value  crash  undecided
  a        5  100 %    0 %        0 %
  ! runock verify: cannot write '/dev/full': no space left on device
  = 111
  $ runock verify a.js --runs 5 --seed 1 --junit out.xml && ls
  jet   runs  value  crash  undecided
  a        5  100 %    0 %        0 %
  a.js
  b.js
  d
  out.xml
`)

transcript(String.raw`
  a jet that never answers

  $ echo 'export const a = { name: "a", formula: "[4 0 1]", run: () => undefined }' > a.js
  $ runock verify a.js --seed 1 --runs 50
  jet   runs  value  crash  undecided
  a       50   26 %   74 %        0 %  wrong
  ! runock verify: a: it never answers: it leaves every subject to its formula
  !   answered  0 of 50 subjects
  !   again     runock verify a.js --jet a --seed 1 --runs 50
  = 1
`)

const place = mkdtempSync(join(tmpdir(), 'runock-'))
afterAll(() => rmSync(place, { recursive: true }))

/** What the program did, as text. */
const run = async (line: string) => {
  const { code, stdout, stderr } = await shell(line, place)
  return { code, stdout: stdout.toString(), stderr: stderr.toString() }
}

describe('without a module', () => {
  test('it checks every jet and every policy of this package', async () => {
    const { code, stdout } = await run('runock verify --runs 30 --seed 1 --json')
    const names = (JSON.parse(stdout) as { reports: { name: string }[] }).reports.map(({ name }) => name)
    expect(code).toBe(0)
    expect(names).toEqual([
      ...arithmetic.map(({ name }) => name),
      ...hoon.map(({ name }) => name),
      ...questions.map(({ name }) => name),
      'runit',
      'sv',
      'throttled',
      'tree',
    ])
  })

  test('and says the same for the same seed', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => run('runock verify --runs 20 --seed 5')))
    expect(one!.stdout).toBe(other!.stdout)
  })

  test('any seed is as good, and is told', async () => {
    const seeds = await Promise.all(
      [1, 2].map(() => run('runock verify --jet dec --runs 20 --json | grep -m1 seed')),
    )
    for (const { stdout } of seeds) expect(stdout).toMatch(/^ {2}"seed": -?\d+,\n$/)
    expect(seeds[0]!.stdout).not.toBe(seeds[1]!.stdout)
  })
})

describe('for programs', () => {
  writeFileSync(
    join(place, 'jets.js'),
    `export const good = { name: 'good <1>', formula: '[1 1]', run: () => 1 }
     export const bad = { name: 'bad', formula: '[1 2]', run: () => { throw new Error('a ]]> & "b"\\n<c>\\0') } }`,
  )

  test('JSON has all of it', async () => {
    const { code, stdout, stderr } = await run('runock verify jets.js --seed 1 --runs 10 --json')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const { seed, held, reports } = JSON.parse(stdout) as { seed: number; held: boolean; reports: object[] }
    expect({ seed, held }).toEqual({ seed: 1, held: false })
    const none = { valued: 0, crashed: 0, undecided: 0, seed: 1 }
    expect(reports).toMatchObject([
      { ...none, name: 'bad', runs: 1, failure: { path: '0', again: expect.stringContaining('--path 0') } },
      { ...none, name: 'good <1>', runs: 10, valued: 10, failure: null },
    ])
  })

  test('JUnit has a test case for each', async () => {
    const { code, stderr } = await run('runock verify jets.js --seed 1 --runs 10 --junit out.xml')
    expect(code).toBe(1)
    expect(stderr).toContain('Error: a ]]> & "b"\\n<c>\\u{0}')
    const xml = readFileSync(join(place, 'out.xml'), 'utf8')
    expect(elements(xml)).toEqual([
      'testsuites tests=2 failures=1 errors=0 skipped=0',
      'testsuite name=runock verify tests=2 failures=1 errors=0 skipped=0',
      'testcase classname=runock.verify name=bad',
      'failure message=it throws what is no crash type=disagreement',
      '/failure',
      'system-out',
      '/system-out',
      '/testcase',
      'testcase classname=runock.verify name=good &lt;1>',
      'system-out',
      '/system-out',
      '/testcase',
      '/testsuite',
      '/testsuites',
    ])
    expect(xml).toContain('again    runock verify jets.js --jet bad --seed 1 --path 0')
  })
})

/**
 * The tags of an XML text, without times; none of its text may hold a tag of its own or a character that XML
 * forbids.
 */
const elements = (xml: string): readonly string[] => {
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true)
  // oxlint-disable-next-line no-control-regex -- these are what XML forbids
  expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/)
  const bare = xml.slice(xml.indexOf('\n')).replaceAll(/<!\[CDATA\[[^]*?\]\]>/g, '')
  const tags = [...bare.matchAll(/<([^<"]*(?:"[^"<]*"[^<"]*?)*)>/g)].map(([, tag]) => tag!)
  expect(bare.replaceAll(/<([^<"]*(?:"[^"<]*"[^<"]*?)*)>/g, '').trim()).toBe('')
  const open: string[] = []
  for (const tag of tags) {
    if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1))
    else open.push(tag.split(' ')[0]!)
  }
  expect(open).toEqual([])
  return tags.map((tag) => tag.replace(/ time="[\d.]+"/, '').replaceAll('"', ''))
}
