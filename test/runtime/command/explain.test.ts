import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { shell, transcript } from '../../_kit/transcript.js'
import { JOURNAL, MAKE } from '../explain/journal-text.js'

transcript(`
  explains the last start or stop that a journal tells of

  $ ${MAKE}
  $ runock explain --journal decisions.jsonl web
  web: started again as pid 8 on a look (%supervise), 2026-11-23T06:00:06.000Z
    it was up, pid 7
    supervise
      observe
        is the state 1 (up)? yes
          observe.nock:4  if [5 [0 14] 1 1] then [8 [7 [[0 2] 0 15] alive] 6 [0 5] [[0 4] 0 7] 7 [[0 …
        %alive 7 → no
        is the answer to %alive yes? no
          observe.nock:6  if [0 5] else [7 [[0 4] 0 7] stop]
        stop
          is the state 1 (up)? yes
            stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] […
          %kill 9 7 → yes, all of its group is gone
          is the answer to %kill yes? yes
            stop.nock:7  if [0 5] then [8 [7 [[0 4] [0 14] 1 5000] finish] [0 4] [0 30] [7 [0 62] dec…
          %finish web 5000 → no, it has none
      start
        is the state 0 (down)? yes
          start.nock:4  if [5 [0 14] 1 0] then [8 [7 [[0 2] 0 6] spawn] 6 [5 [0 5] 1 0] [[0 4] 0 7] […
        %spawn web → pid 8
        is the answer to %spawn 0? no
          start.nock:6  if [5 [0 5] 1 0] else [[0 4] [0 14] [4 0 30] 0 5]
    it became up, pid 8
    (5 more of rule 6 inside formulas that jets stand for: --all)
    (since then one decision asked something or failed, and left it as it was: --last 1)
`)

transcript(`
  a decision step by step

  $ ${MAKE}
  $ runock explain --journal decisions.jsonl --step --last 1 web | head -12
  0     «*[[[[[%kill 9 8] 1] 0] %web 1 8] 6 [5 [0 14] 1 1] [8 [7 [[0 2] [1 9] 0 15] 7 …]]]»
      → «*[[[[[%kill 9 8] 1] 0] %web 1 8] 6 *[[[[[%kill 9 8] 1] 0] %web 1 8] 5 [0 14] 1 1] [8 [7 [[0 2] [1 9] 0 15] 7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 …]]]]»
        *[a 6 b c d]        *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
        Rule 6 evaluates a test first: 0, yes, chooses the first branch, and 1, no, the second.
  1     *[[[[[%kill 9 8] 1] 0] %web 1 8] 6 «*[[[[[%kill 9 8] 1] 0] %web 1 8] 5 [0 14] 1 1]» [8 [7 [[0 2] [1 9] 0 15] 7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 …]]]]
      → *[[[[[%kill 9 8] 1] 0] %web 1 8] 6 «=[*[[[[[%kill 9 8] 1] 0] %web 1 8] 0 14] *[[[[[%kill 9 8] 1] 0] %web 1 8] 1 1]]» [8 [7 [[0 2] [1 9] 0 15] 7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 …]]]]
        *[a 5 b c]          =[*[a b] *[a c]]
        Rule 5 asks of two products whether they are the same noun.
  2     *[[[[[%kill 9 8] 1] 0] %web 1 8] 6 =[«*[[[[[%kill 9 8] 1] 0] %web 1 8] 0 14]» *[[[[[%kill 9 8] 1] 0] %web 1 8] 1 1]] [8 [7 [[0 2] [1 9] 0 15] 7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 …]]]]
      → *[[[[[%kill 9 8] 1] 0] %web 1 8] 6 =[«1» *[[[[[%kill 9 8] 1] 0] %web 1 8] 1 1]] [8 [7 [[0 2] [1 9] 0 15] 7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 …]]]]
        *[a 0 b]            /[b a]
        Rule 0 takes a part of the subject, axis 14, the tail's tail's head: 1.
  $ runock explain --journal decisions.jsonl --step --json web | tail -1
  {"step":152,"before":"[0 %web 1 8]","redex":"","after":null,"rule":null,"sentence":"Nothing is left to reduce: this is the product.","crash":null}
`)

transcript(`
  a link that opens a decision in the playground

  $ ${MAKE}
  $ runock explain --journal decisions.jsonl --open web
  http://127.0.0.1:8064/#s=%5B%5B%5B%5B%25alive+7%5D+1%5D+%5B%5B%25kill+9+7%5D+0%5D+%5B%5B%25finish+%25web+5000%5D+1%5D+%5B%5B%25spawn+%25web%5D+8%5D+0%5D+%25web+1+7%5D&f=supervise
  $ runock explain --journal decisions.jsonl --open --last 1 --json web
  {"links":["http://127.0.0.1:8064/#s=%5B%5B%5B%5B%25kill+9+8%5D+1%5D+0%5D+%25web+1+8%5D&f=stop"]}
  $ runock explain --journal decisions.jsonl --open db
  db: taken up, down, 2026-11-23T06:00:04.000Z; nothing was asked or changed since
`)

transcript(`
  as many of the last decisions as are wanted, with every rule 6

  $ ${MAKE}
  $ runock explain --journal decisions.jsonl --last 1 web
  web: nothing decided on sv down (%d): the formula failed, 2026-11-23T06:00:07.000Z
    it was up, pid 8
    stop
      is the state 1 (up)? yes
        stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] [0 14…
      %kill 9 8 → no, not permitted
      is the answer to %kill yes? no
        stop.nock:7  if [0 5] else [0 0]
    rule 0: no noun has an axis 0
      the noun     [[0 1] [[[1819044203 9 8] 1] 0] 6448503 1 8]
      the formula  [0 0]
      in           …0] 7 [[0 2] [1 11484489937136…]]]] 0 0] 0 1]
                                                       ^^^
      hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
    it stayed up, pid 8
    (1 more of rule 6 inside formulas that jets stand for: --all)
  $ runock explain --journal decisions.jsonl --last 1 --all web
  web: nothing decided on sv down (%d): the formula failed, 2026-11-23T06:00:07.000Z
    it was up, pid 8
    stop
      is the state 1 (up)? yes
        stop.nock:5  if [5 [0 14] 1 1] then [8 [7 [[0 2] [1 9] 0 15] kill] 6 [0 5] [8 [7 [[0 4] [0 14…
      kill
        ask
          %kill 9 8 → no, not permitted
          [5 [0 8] 0 3] gives yes
            ask.nock:6  if [5 [0 8] 0 3] then [[0 5] 0 9]
      is the answer to %kill yes? no
        stop.nock:7  if [0 5] else [0 0]
    rule 0: no noun has an axis 0
      the noun     [[0 1] [[[1819044203 9 8] 1] 0] 6448503 1 8]
      the formula  [0 0]
      in           …0] 7 [[0 2] [1 11484489937136…]]]] 0 0] 0 1]
                                                       ^^^
      hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
    it stayed up, pid 8
  $ runock explain --journal decisions.jsonl --last 9 web | grep -v '^ '
  web: started as pid 7 on a look (%supervise), 2026-11-23T06:00:05.000Z
  web: started again as pid 8 on a look (%supervise), 2026-11-23T06:00:06.000Z
  web: nothing decided on sv down (%d): the formula failed, 2026-11-23T06:00:07.000Z
`)

transcript(`
  the reduction

  $ ${MAKE}
  $ runock explain --journal decisions.jsonl --last 1 --steps web | tail -n 8
      = 0
    *[[[[[%kill 9 8] 1] 0] %kill 9 8] [[0 5] 0 9]]                     *[a [b c] d]  [*[a b c] *[a d]]
      *[[[[[%kill 9 8] 1] 0] %kill 9 8] [0 5]] = 0                                    *[a 0 b]  /[b a]
      *[[[[[%kill 9 8] 1] 0] %kill 9 8] [0 9]] = 1                                    *[a 0 b]  /[b a]
    = [0 1]
  *[[[0 1] [[[%kill …]]]] [6 [0 5] [8 [7 [[0 4…]   *[a 6 b c d]  *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
    *[[[0 1] [[[%kill 9 8] 1] 0] %web 1 8] [0 5]] = 1                                 *[a 0 b]  /[b a]
  *[[[0 1] [[[%kill 9 8] 1] 0] %web 1 8] [0 0]]                                       *[a 0 b]  /[b a]
`)

transcript(`
  by the formulas of one's own

  $ ${MAKE}
  $ mkdir mine; echo '[6 [5 [0 14] [1 1]] [0 1] [0 1]]' > mine/stop.nock
  $ runock explain --journal decisions.jsonl --formulas mine web > out; head -n 9 out; tail -n 3 out
  web: started again as pid 8 on a look (%supervise), 2026-11-23T06:00:06.000Z
    it was up, pid 7
    supervise
      is the state 1 (up)? yes
        if [5 [0 14] 1 1] then [8 [7 [[0 2] 0 15] alive] 6 [0 5] [[0 4] 0 7] 7 [[0 4] 0 7] stop]
      %alive 7 → no
      is the answer to %alive yes? no
        if [0 5] else [7 [[0 4] 0 7] stop]
      stop
    (5 more of rule 6 inside formulas that jets stand for: --all)
    (since then one decision asked something or failed, and left it as it was: --last 1)
    (supervise, stop: others than here; --formulas DIR if you have them)
  $ runock explain --journal decisions.jsonl --formulas nowhere web
  ! runock explain: nowhere: no such file or directory
  = 65
`)

transcript(`
  help

  $ runock explain --help
  Says why a service was last started or stopped: what the formula asked and was answered, and the
  branch that each of its rules 6 took. The decision is made again, by the reference interpreter.
  A running supervisor knows the last start, the last stop and the last five decisions.
  Of a formula, [… or --formula NAME, it says in words what that does.

  Examples
    $ runock explain web
    web: started as pid 4242 on a look (%supervise), 2026-11-23T06:21:10.123Z
    $ runock explain --journal decisions.jsonl --last 1 web
    web: stopped on sv down (%d), 2026-11-23T06:22:01.456Z
    $ runock explain --formula stop
    if …

  Usage
    runock explain [OPTIONS] SERVICE

  Arguments
    SERVICE   as runock sv takes it: a name in $SVDIR, or a path; or a formula: a noun in brackets

  Options
    --journal FILE   what a journal tells, in place of the running supervisor
    --last N         the last N decisions that asked or changed something
    --all            the rules 6, too, that are inside formulas for which jets stand: ask, dec, …
    --steps          the whole reduction, too, each step with its line of the definition
    --formula        SERVICE is the name of a formula, or @FILE, or - for stdin
    --step           in its place go through it, forward and back, as runock step does
    --open           in its place a link, which opens the decision in the playground
    --json           as JSON, an array of decisions; if none is known, of how it was taken up
    --formulas DIR   take formulas from DIR/NAME.nock before runock's own
    --help, -h       show help
`)

test('as JSON: an array, with all that the text has, and the reduction if it is wanted', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'runock-'))
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  writeFileSync(join(cwd, 'j'), JOURNAL)
  const json = async (options: string): Promise<readonly Record<string, unknown>[]> => {
    const { code, stdout } = await shell(`runock explain --json --journal j ${options}`, cwd)
    expect(code).toBe(0)
    return JSON.parse(stdout.toString('utf8')) as readonly Record<string, unknown>[]
  }
  expect(await json('--last 1 web')).toMatchInlineSnapshot(`
    [
      {
        "after": {
          "pid": 8,
          "state": 1,
        },
        "agrees": true,
        "another": [],
        "before": {
          "pid": 8,
          "state": 1,
        },
        "crash": "rule 0: no noun has an axis 0
      the noun     [[0 1] [[[1819044203 9 8] 1] 0] 6448503 1 8]
      the formula  [0 0]
      in           …0] 7 [[0 2] [1 11484489937136…]]]] 0 0] 0 1]
                                                       ^^^
      hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose",
        "event": "d",
        "failed": true,
        "formula": {
          "hash": "0x2ef829b5",
          "name": "stop",
        },
        "headline": "web: nothing decided on sv down (%d): the formula failed, 2026-11-23T06:00:07.000Z",
        "omitted": 1,
        "product": null,
        "reasons": [
          {
            "is": "formula",
            "level": 0,
            "name": "stop",
          },
          {
            "condition": "[5 [0 14] 1 1]",
            "formula": "stop",
            "is": "branch",
            "level": 1,
            "meaning": "is the state 1 (up)?",
            "place": "stop.nock:5",
            "product": "0",
            "taken": "[8 [7 [[0 2] [1 9] 0 15] 7 [[0 2] [1 %kill] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 9] 0 0] 6 [0 5] [8 [7 [[0 4] [0 14] 1 5000] 7 [[0 2] [1 %finish] 0 3] 6 [5 [0 8] 0 3] [[0 5] 0 9] 0 0] [0 4] [0 30] [7 [0 62] 8 [1 0] 8 [1 6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1] 1 0] 0 0]",
            "takenName": null,
          },
          {
            "answer": "1",
            "is": "request",
            "level": 1,
            "request": "[%kill 9 8]",
          },
          {
            "condition": "[0 5]",
            "formula": "stop",
            "is": "branch",
            "level": 1,
            "meaning": "is the answer to %kill yes?",
            "place": "stop.nock:7",
            "product": "1",
            "taken": "[0 0]",
            "takenName": null,
          },
        ],
        "service": "web",
        "time": "2026-11-23T06:00:07.000Z",
        "turn": "failed",
      },
    ]
  `)
  const [one, two, ...none] = await json('--last 2 --steps web')
  expect(none).toEqual([])
  expect((one!['steps'] as unknown[]).at(-1)).toEqual({
    depth: 0,
    subject: null,
    formula: null,
    rule: null,
    product: '[0 %web 1 8]',
  })
  expect(two).toMatchObject({ turn: 'failed', failed: true, agrees: true, product: null })
  expect(await json('db')).toEqual([
    {
      service: 'db',
      time: '2026-11-23T06:00:04.000Z',
      event: null,
      headline: 'db: taken up, down, 2026-11-23T06:00:04.000Z; nothing was asked or changed since',
      turn: 'taken up',
      formula: null,
      before: null,
      after: { state: 0, pid: 0 },
      failed: false,
      reasons: [],
      omitted: 0,
      product: null,
      crash: null,
      agrees: null,
      another: [],
    },
  ])
  expect(Object.keys((await json('db'))[0]!).sort()).toEqual(Object.keys((await json('web'))[0]!).sort())
})
