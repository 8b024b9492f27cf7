import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  every command that prints data prints it as JSON, too

  $ runock --version --json
  {"runock":"0.1.0"}
  $ runock nock --json 41 '[4 0 1]'
  {"product":"42","mug":1681410502}
  $ runock fmt --json '[1 [2 3]]'
  {"noun":"[1 2 3]"}
  $ runock jam --json '[1 1]'
  {"jam":"817"}
  $ runock cue --json 817
  {"noun":"[1 1]"}
  $ runock mug --json 0
  {"mug":2046756072}
  $ runock mug --json --hex 0
  {"mug":"0x79ff04e8"}
  $ runock hash --json dec '[4 0 1]'
  [{"formula":"dec","hash":"0x21135a57"},{"formula":"[4 0 1]","hash":"0x35975c1e"}]
`)

transcript(String.raw`
  with --json a command that fails says so as an object on stderr, wherever the word stands

  $ runock nokc --json
  ! {"error":{"command":"runock","code":64,"message":"no command 'nokc'; did you mean nock?"}}
  = 64
  $ runock nock 1 --json
  ! {"error":{"command":"runock nock","code":64,"message":"FORMULA is missing\nusage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)"}}
  = 64
  $ runock jets --json --all
  ! {"error":{"command":"runock jets","code":64,"message":"no option '--all'\nusage: runock jets [OPTIONS] (more: runock jets --help)"}}
  = 64
  $ runock fmt --json '[1'
  ! {"error":{"command":"runock fmt","code":65,"message":"NOUN: line 1, column 1: this bracket is never closed\n  [1\n  ^"}}
  = 65
  $ runock fmt --json --check '[1 [2 3]]'
  ! {"error":{"command":"runock fmt","code":1,"message":"NOUN is not in its shortest form"}}
  = 1
  $ runock jam --json --raw 1
  ! {"error":{"command":"runock jam","code":64,"message":"--raw or --json, not both"}}
  = 64
  $ runock cue --json 3
  ! {"error":{"command":"runock cue","code":65,"message":"ATOM: no jam: the jam ends inside a noun, at bit 8"}}
  = 65
  $ runock hoon --json 1
  ! {"error":{"command":"runock hoon","code":64,"message":"name the ivory pill: --pill FILE, or RUNOCK_PILL=FILE"}}
  = 64
  $ runock verify --json ./none.mjs
  ! {"error":{"command":"runock verify","code":65,"message":"'./none.mjs': there is no such file"}}
  = 65
  $ runock supervise --json ./none 2>&1 | sed "s#$PWD#.#"
  {"error":{"command":"runock supervise","code":65,"message":"./none does not exist"}}
  $ runock replay --json ./none
  ! {"error":{"command":"runock replay","code":65,"message":"cannot read './none': no such file or directory"}}
  = 65
  $ runock explain --json ./none
  ! {"error":{"command":"runock explain","code":65,"message":"no service './none': unable to change to service directory: file does not exist"}}
  = 65
  $ runock sv --json fly web
  ! {"error":{"command":"runock sv","code":100,"message":"no command 'fly'"}}
  = 100
  $ SVDIR=./none runock sv --json status
  ! {"error":{"command":"runock sv","code":100,"message":"unable to read ./none: file does not exist"}}
  = 100
  $ runock nock -- --json 0
  ! runock nock: SUBJECT: line 1, column 1: neither a number nor a name
  !   --json
  !   ^^^^^^
  = 65
`)
