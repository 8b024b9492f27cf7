import { quietDay } from '../../_kit/recorded.js'
import { type Body, lastChain, sealed } from '../../_kit/sealed.js'
import { transcript } from '../../_kit/transcript.js'

const day = quietDay()

const LAST = lastChain(sealed(day))

/** A shell command that makes a file with this text. */
const make = (file: string, text: string): string =>
  `echo ${Buffer.from(text).toString('base64')} | base64 -d > ${file}`

const death = day.findIndex(({ service }, i) => service === 'web' && i > 5)
const forged = day.with(death, { ...day[death], product: '[0 %web 1 43]' })
const [first, second]: readonly [readonly Body[], readonly Body[]] = [day.slice(0, 8), day.slice(8)]

/** The second file of a journal, which goes on where the first one ends. */
const next = (): string => {
  const previous = lastChain(sealed(first))
  const head = { ...day[0], number: 2, previous }
  const here = (name: string, noun: string): Body => ({ ...day[2], service: name, why: 'here', noun })
  const formula = day.find(({ line }) => line === 'formula')!
  const now = [here('web', '[%web 1 42]'), here('db', '[%db 0 0]')]
  return sealed([head, ...now, formula, ...second], previous)
}

transcript(`
  what was checked

  $ ${make('day.jsonl', sealed(day))}
  $ runock replay day.jsonl 2>&1 | sed 's/ in [0-9.]* s, [0-9]* a second/ in … s, … a second/'
  ┌─────────┬───────────┬────────┬───────┬────────┐
  │ service │ decisions │ starts │ stops │ failed │
  ├─────────┼───────────┼────────┼───────┼────────┤
  │ db      │         4 │      1 │     1 │      1 │
  │ web     │         2 │      2 │     1 │      0 │
  └─────────┴───────────┴────────┴───────┴────────┘
  ┌────────────┬───────────┬───────────┬──────────┐
  │ formula    │ name      │ decisions │ here now │
  ├────────────┼───────────┼───────────┼──────────┤
  │ 0x15b36d97 │ supervise │         4 │ the same │
  │ 0x2ef829b5 │ stop      │         2 │ the same │
  └────────────┴───────────┴───────────┴──────────┘
  lines           14
  files           1
  supervisors     1
  decisions       6
  found all well  0, only counted
  lines lost      0
  from            2026-11-23T06:00:00.000Z
  to              2026-11-23T06:00:13.000Z
  the last chain  ${LAST}
  runock replay: no difference; 6 decisions in … s, … a second
  $ runock replay --machine --service db day.jsonl 2> /dev/null | head -5
  ┌─────────┬───────────┬────────┬───────┬────────┐
  │ service │ decisions │ starts │ stops │ failed │
  ├─────────┼───────────┼────────┼───────┼────────┤
  │ db      │         4 │      1 │     1 │      1 │
  └─────────┴───────────┴────────┴───────┴────────┘
  $ runock replay --machine --json day.jsonl | sed 's/"milliseconds":[0-9]*/"milliseconds":0/'
  {"verdict":"same","found":null,"lines":14,"files":1,"decisions":6,"quiet":0,"lost":0,"supervisors":1,"from":"2026-11-23T06:00:00.000Z","to":"2026-11-23T06:00:13.000Z","chain":"${LAST}","torn":null,"milliseconds":0,"services":[{"service":"web","decisions":2,"starts":2,"stops":1,"failed":0},{"service":"db","decisions":4,"starts":1,"stops":1,"failed":1}],"formulas":[{"formula":"0x15b36d97","name":"supervise","decisions":4,"now":"the same"},{"formula":"0x2ef829b5","name":"stop","decisions":2,"now":"the same"}]}
  $ runock replay --json --service web day.jsonl | grep -o '"services":[^]]*]'
  "services":[{"service":"web","decisions":2,"starts":2,"stops":1,"failed":0}]
`)

transcript(`
  the first difference, and where it is

  $ ${make('day.jsonl', sealed(forged))}
  $ runock replay day.jsonl > /dev/null
  ! runock replay: day.jsonl:8: web: the formula gives another product
  !   at axis 15 of the product: journal 43, replay 42
  !   journal   [0 %web 1 43]
  !   replay    [0 %web 1 42]
  !   time      2026-11-23T06:00:07.000Z
  !   event     supervise
  !   formula   0x15b36d97  supervise
  !   subject   [0 %web 1 41]
  !   tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]
  = 1
  $ runock replay --json day.jsonl | grep -o '"found":{.*},"lines"'
  "found":{"file":"day.jsonl","line":8,"message":"the formula gives another product","service":"web","time":"2026-11-23T06:00:07.000Z","event":"supervise","formula":"0x15b36d97","name":"supervise","subject":"[0 %web 1 41]","tape":"[[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]","what":"product","journal":"[0 %web 1 43]","replay":"[0 %web 1 42]","parts":[{"axis":"15","journal":"43","replay":"42"}],"crash":null},"lines"
  $ runock replay --json day.jsonl > out; echo $?; grep -o '"verdict":"[a-z]*"' out
  1
  "verdict":"differs"
  $ runock replay --service db day.jsonl > /dev/null
  ! runock replay: day.jsonl:8: web: the formula gives another product
  !   at axis 15 of the product: journal 43, replay 42
  !   journal   [0 %web 1 43]
  !   replay    [0 %web 1 42]
  !   time      2026-11-23T06:00:07.000Z
  !   event     supervise
  !   formula   0x15b36d97  supervise
  !   subject   [0 %web 1 41]
  !   tape      [[[%alive 41] 1] [[%kill 9 41] 0] [[%finish %web 5000] 1] [[%spawn %web] 42] 0]
  = 1
`)

transcript(`
  lines that were changed, cut off, or not finished

  $ ${make('day.jsonl', sealed(day))}
  $ sed 's/%web 1 42/%web 1 43/' day.jsonl > changed.jsonl; runock replay changed.jsonl > /dev/null
  ! runock replay: changed.jsonl:8: the chain is broken: this line was changed, or one before it was removed, or they were reordered
  = 1
  $ runock replay --json changed.jsonl | grep -oE '"(verdict|line|lines)":[^,]*'
  "verdict":"damaged"
  "line":8
  "lines":7
  $ sed 5d day.jsonl > missing.jsonl; runock replay missing.jsonl > /dev/null
  ! runock replay: missing.jsonl:5: the chain is broken: this line was changed, or one before it was removed, or they were reordered
  = 1
  $ head -n -2 day.jsonl > cut.jsonl; runock replay cut.jsonl > /dev/null 2>&1
  $ runock replay --head ${LAST} cut.jsonl > /dev/null
  ! runock replay: no line has the chain ${LAST}: the last lines were cut off, or this is another journal
  = 1
  $ runock replay --head ${LAST} --json cut.jsonl | grep -oE '"(verdict|found)":[^,]*'
  "verdict":"cut"
  "found":{"head":"${LAST}"}
  $ runock replay --head ${LAST} day.jsonl > /dev/null 2>&1
  $ head -c -9 day.jsonl > torn.jsonl; runock replay torn.jsonl 2>&1 > /dev/null | grep -v difference
  runock replay: torn.jsonl:14: 115 bytes of a line that was not finished
  $ runock replay --json torn.jsonl | grep -oE '"(verdict|torn|bytes)":[^,]*'
  "verdict":"same"
  "torn":{"file":"torn.jsonl"
  "bytes":115}
`)

transcript(`
  the same of the first line

  $ ${make('day.jsonl', sealed(day))}
  $ sed '1s/"number":1/"number":2/' day.jsonl > changed.jsonl; runock replay changed.jsonl > /dev/null
  ! runock replay: changed.jsonl:1: the chain is broken: this line was changed, or one before it was removed, or they were reordered
  = 1
  $ runock replay --json changed.jsonl | grep -oE '"(verdict|line|lines)":[^,]*'
  "verdict":"damaged"
  "line":1
  "lines":0
  $ sed '1s/"version":1/"version":2/' day.jsonl > newer.jsonl; runock replay newer.jsonl > /dev/null
  ! runock replay: newer.jsonl:1: a newer runock wrote this journal: it has version 2, and this runock reads version 1
  = 1
  $ sed 's/$/\r/' day.jsonl > converted.jsonl; runock replay converted.jsonl > /dev/null
  ! runock replay: converted.jsonl:1: the line ends with CR LF, a journal's with LF: the file was converted on its way; tr -d '\\r' undoes that
  = 1
  $ tr -d '\\r' < converted.jsonl | cmp - day.jsonl
`)

transcript(`
  a journal of two files; the first one may have been taken away

  $ ${make('day.jsonl.1', sealed(first))}
  $ ${make('day.jsonl', next())}
  $ runock replay --json day.jsonl | grep -oE '"(verdict|files)":[^,]*|"decisions":[0-9]*,"quiet"'
  "verdict":"same"
  "files":2
  "decisions":6,"quiet"
  $ rm day.jsonl.1; runock replay --json day.jsonl | grep -oE '"(verdict|files)":[^,]*|"decisions":[0-9]*,"quiet"'
  "verdict":"same"
  "files":1
  "decisions":3,"quiet"
  $ ${make('day.jsonl.1', sealed(first.slice(0, -1)))}
  $ runock replay day.jsonl > /dev/null
  ! runock replay: day.jsonl:1: the file does not follow from the one before: lines, or a whole file, are missing between them
  = 1
`)

transcript(`
  formulas of one's own

  $ ${make('day.jsonl', sealed(day))}
  $ mkdir mine; echo '[0 1]' > mine/stop.nock
  $ runock replay --formulas mine --json day.jsonl | grep -oE '"(name|now)":[^,}]*'
  "name":"supervise"
  "now":"another"
  "name":"stop"
  "now":"another"
  $ runock replay --formulas nowhere day.jsonl
  ! runock replay: nowhere: no such file or directory
  = 65
`)

transcript(`
  what cannot be read

  $ runock replay nowhere.jsonl
  ! runock replay: cannot read 'nowhere.jsonl': no such file or directory
  = 65
  $ runock replay nowhere/day.jsonl
  ! runock replay: cannot read 'nowhere/day.jsonl': no such file or directory
  = 65
  $ runock replay .
  ! runock replay: cannot read '.': it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it
  = 65
  $ mkfifo fifo; runock replay fifo
  ! runock replay: cannot read 'fifo': it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it
  = 65
  $ runock replay -
  ! runock replay: cannot read '-': it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it
  = 65
  $ : | runock replay /dev/stdin
  ! runock replay: cannot read '/dev/stdin': it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it
  = 65
  $ echo hello > hello; runock replay hello
  ! runock replay: 'hello': this is no journal: a file of one starts with {"line":"journal"
  = 65
  $ echo hello > old; cp old old.1; runock replay --json old
  ! {"error":{"command":"runock replay","code":65,"message":"'old.1': this is no journal: a file of one starts with {\\"line\\":\\"journal\\""}}
  = 65
  $ : > empty; runock replay empty
  ! runock replay: 'empty': there is no whole line in it
  = 65
  $ ${make('day.jsonl', sealed(day))}
  $ head -c 50 day.jsonl > start; runock replay start
  ! runock replay: 'start': there is no whole line in it
  = 65
  $ runock replay --service wbe day.jsonl
  ! runock replay: no service 'wbe' in it; did you mean web?
  = 65
`)

transcript(`
  what is no command line

  $ runock replay
  ! runock replay: FILE is missing
  ! usage: runock replay [OPTIONS] FILE (more: runock replay --help)
  = 64
  $ runock replay --head abc day.jsonl
  ! runock replay: --head takes a chain, 64 hexadecimal digits, not 'abc'
  ! usage: runock replay [OPTIONS] FILE (more: runock replay --help)
  = 64
  $ runock replay --budget 0 day.jsonl
  ! runock replay: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not '0'
  ! usage: runock replay [OPTIONS] FILE (more: runock replay --help)
  = 64
`)

transcript(`
  a budget that does not do

  $ ${make('day.jsonl', sealed(day))}
  $ runock replay --budget 20 --json day.jsonl > out; echo $?; grep -oE '"(verdict|line|message)":[^,]*' out
  1
  "verdict":"undecided"
  "line":5
  "message":"the budget is spent before there is a product; --budget gives more"
  $ runock replay --budget 20 day.jsonl 2>&1 > /dev/null | head -1
  runock replay: day.jsonl:5: web: the budget is spent before there is a product; --budget gives more
  $ runock replay --machine --budget 1e6 day.jsonl > /dev/null 2>&1
`)

transcript(`
  help

  $ runock replay --help
  Makes every decision of a journal again, by the pure interpreter: the same product, bit for bit.
  Checks, too, that each goes on from the one before, that every formula has its hash, and that no
  line was changed, removed or moved. The first difference is told on stderr, and the exit code is 1.

  Examples
    $ runock replay decisions.jsonl
    what was checked, of each service and in all
    $ runock replay --machine --json decisions.jsonl | jq -r .verdict
    same
    $ runock replay --head "$(cat chain)" decisions.jsonl
    lines cut off at the end are missed, too

  Usage
    runock replay [OPTIONS] FILE

  Arguments
    FILE   what \`runock supervise --journal\` writes; FILE.1, FILE.2 … beside it are read first

  Options
    --machine        evaluate by the machine, without jets: faster than the reference interpreter
    --head CHAIN     there must be a line with this chain, the last one at some earlier time
    --budget N       steps, and nouns, for each decision: 1e8 unless given; beyond, it is undecided
    --service NAME   report on this service only; all are checked
    --json           the report as JSON, with what was found, and nothing on stderr
    --formulas DIR   compare with the formulas in DIR those of the same name
    --help, -h       show help
`)
