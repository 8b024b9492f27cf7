import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  help has examples first, then usage, arguments and options

  $ runock nock --help
  Evaluates FORMULA on SUBJECT and prints the product.
  A crash is told on stderr, and the exit code is 1.

  Examples
    $ runock nock 41 '[4 0 1]'
    42
    $ runock nock --cords '[%web 0 0]' '[0 2]'
    %web
    $ echo 1.000.000 | runock nock --dots - dec
    999.999
    $ runock nock --json 0 '[1 2 3]'
    {"product":"[2 3]","mug":195971239}

  Usage
    runock nock [OPTIONS] SUBJECT FORMULA

  Arguments
    SUBJECT   a noun's text, a formula's name, @FILE, or - for stdin
    FORMULA   likewise

  Options
    --reference      evaluate by the reference interpreter: the rules as the definition has them
    --jets           use the jets for arithmetic: so does the machine unless told otherwise
    --no-jets        use none; the reference interpreter never does
    --budget N       crash after N steps: 1000000, 1.000.000 or 1e6
    --json           print {"product","mug"} or {"crash":{"why","rule","axis","noun","formula"}}
    --cords          show atoms that are text as cords: 'web'
    --dots           group the digits of numbers: 1.000.000
    --formulas DIR   take formulas from DIR/NAME.nock before runock's own
    --help, -h       show help
  $ runock hash 1 2 --help
  The hash by which a jet is found: the mug of its formula, in hexadecimal.
  Of several formulas, one a line, each before its argument.

  Examples
    $ runock hash dec
    0x21135a57
    $ runock hash dec '[4 0 1]'
    0x21135a57  dec
    0x35975c1e  [4 0 1]

  Usage
    runock hash [OPTIONS] FORMULA...

  Arguments
    FORMULA...   a noun's text, a formula's name, @FILE, or - for stdin

  Options
    --json           print [{"formula","hash"}]
    --formulas DIR   take formulas from DIR/NAME.nock before runock's own
    --help, -h       show help
  $ test "$(runock nock -h)" = "$(runock nock --help 1)"
`)

transcript(String.raw`
  an option that there is not

  $ runock nock --refrence 1 '[0 1]'
  ! runock nock: no option '--refrence'; did you mean --reference?
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --fast=yes 1 '[0 1]'
  ! runock nock: no option '--fast'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock -j 1 '[0 1]'
  ! runock nock: no option '-j'; after the word --, nothing is taken for an option
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock 1 '[0 1]' -xyz
  ! runock nock: no option '-x'; after the word --, nothing is taken for an option
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
`)

transcript(String.raw`
  too few, too many

  $ runock nock
  ! runock nock: SUBJECT is missing
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock 1
  ! runock nock: FORMULA is missing
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock 1 '[0 1]' 2
  ! runock nock: one word too many: '2'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --json 1
  ! {"error":{"command":"runock nock","code":64,"message":"FORMULA is missing\nusage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)"}}
  = 64
  $ runock hash
  ! runock hash: FORMULA is missing
  ! usage: runock hash [OPTIONS] FORMULA... (more: runock hash --help)
  = 64
  $ runock hash --formulas .
  ! runock hash: FORMULA is missing
  ! usage: runock hash [OPTIONS] FORMULA... (more: runock hash --help)
  = 64
`)

transcript(String.raw`
  options given wrongly

  $ runock nock --json --json 1 '[0 1]'
  ! {"error":{"command":"runock nock","code":64,"message":"--json is there 2 times\nusage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)"}}
  = 64
  $ runock nock --json=perhaps 1 '[0 1]'
  ! runock nock: --json takes no value
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock 1 '[0 1]' --budget
  ! runock nock: --budget takes a value, N
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock 1 '[0 1]' --budget=
  ! runock nock: --budget takes a value, N
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --budget= 1 '[0 1]'
  ! runock nock: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not ''
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --budget 1 --budget 2 1 '[0 1]'
  ! runock nock: --budget is there 2 times
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
`)

transcript(String.raw`
  options anywhere, and none after --

  $ runock nock 41 --json '[4 0 1]'
  {"product":"42","mug":1681410502}
  $ runock nock --budget 10 41 '[4 0 1]' --json
  {"product":"42","mug":1681410502}
  $ runock nock --budget=10 41 -- '[4 0 1]'
  42
  $ runock nock --json -- -5 '[0 1]'
  ! {"error":{"command":"runock nock","code":65,"message":"SUBJECT: line 1, column 1: neither a number nor a name\n  -5\n  ^^"}}
  = 65
  $ runock nock -5 '[0 1]'
  ! runock nock: no option '-5'; after the word --, nothing is taken for an option
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock -- --json '[0 1]'
  ! runock nock: SUBJECT: line 1, column 1: neither a number nor a name
  !   --json
  !   ^^^^^^
  = 65
  $ echo 41 | runock nock --json -- - '[4 0 1]'
  {"product":"42","mug":1681410502}
`)

transcript(String.raw`
  an empty word is a word

  $ runock nock '' '[0 1]'
  ! runock nock: SUBJECT: line 1, column 1: here should be a noun
  !
  !   ^
  = 65
  $ runock nock --json '' '[0 1]'
  ! {"error":{"command":"runock nock","code":65,"message":"SUBJECT: line 1, column 1: here should be a noun\n  \n  ^"}}
  = 65
`)
