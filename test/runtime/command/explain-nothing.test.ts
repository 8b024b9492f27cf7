import { transcript } from '../../_kit/transcript.js'
import { MAKE } from '../explain/journal-text.js'

// Where there is nothing to explain, or not all.

transcript(`
  what cannot be found

  $ ${MAKE}
  $ runock explain --journal decisions.jsonl wbe
  ! runock explain: 'decisions.jsonl' tells of no service 'wbe'; did you mean web?
  = 65
  $ runock explain --journal decisions.jsonl nobody
  ! runock explain: 'decisions.jsonl' tells of no service 'nobody'
  = 65
  $ runock explain --journal decisions.jsonl db
  db: taken up, down, 2026-11-23T06:00:04.000Z; nothing was asked or changed since
  $ runock explain --journal nothing web
  ! runock explain: there is no journal 'nothing'
  = 65
  $ runock explain --journal no/where web
  ! runock explain: cannot read 'no/where': no such file or directory
  = 65
  $ mkdir empty; runock explain --journal empty web
  ! runock explain: cannot read 'empty': it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it
  = 65
  $ runock explain --journal - web
  ! runock explain: cannot read '-': it is no file; a journal is read by its name, since its FILE.1, FILE.2 … lie beside it
  = 65
  $ mkdir web; SVDIR=. runock explain wbe
  ! runock explain: no service 'wbe'; did you mean web?
  = 65
  $ SVDIR=nowhere runock explain web
  ! runock explain: no service 'web': unable to change to service directory: file does not exist; looked in 'nowhere'
  = 65
  $ runock explain no-such 2>&1 | sed 's/ in [^:]*:/ in …:/'
  runock explain: no service 'no-such' in …: set SVDIR, or give a path
  $ SVDIR=nowhere runock explain ./no-such
  ! runock explain: no service './no-such': unable to change to service directory: file does not exist
  = 65
  $ SVDIR=. runock explain web
  ! runock explain: 'web': no supervisor runs there: runock supervise .
  ! --journal FILE reads what a supervisor has written
  = 65
  $ mkdir web/supervise; mkfifo web/supervise/control; SVDIR=. runock explain web
  ! runock explain: 'web': no supervisor runs there: runock supervise .
  ! --journal FILE reads what a supervisor has written
  = 65
  $ rm web/supervise/control; : > web/supervise/control; SVDIR=. runock explain web
  ! runock explain: no supervisor of 'web' can be asked: unable to write to supervise/control: not a fifo
  ! --journal FILE reads what a supervisor has written
  = 65
`)

transcript(`
  damage is told, and what stands before it is used

  $ ${MAKE}
  $ head -c -100 decisions.jsonl > torn; runock explain --journal torn web | head -n 1
  web: started again as pid 8 on a look (%supervise), 2026-11-23T06:00:06.000Z
  ! runock explain: torn:9: the last line is torn; all before it was read
  $ sed '8s/ 7/ 9/' decisions.jsonl > changed; runock explain --journal changed web > out; echo $?; head -n 1 out
  1
  web: started again as pid 8 on a look (%supervise), 2026-11-23T06:00:06.000Z
  ! runock explain: changed:8: the chain is broken: this line was changed, or one before it was removed, or they were reordered; what stands before it was read, and nothing behind it
  $ runock explain --json --journal changed web > out; echo $?; grep '"turn"' out
  1
      "turn": "started again",
  ! {"remark":{"command":"runock explain","message":"changed:8: the chain is broken: this line was changed, or one before it was removed, or they were reordered; what stands before it was read, and nothing behind it"}}
  $ runock explain --journal changed db
  db: taken up, down, 2026-11-23T06:00:04.000Z; nothing was asked or changed since, up to the damage
  ! runock explain: changed:8: the chain is broken: this line was changed, or one before it was removed, or they were reordered; what stands before it was read, and nothing behind it
  = 1
  $ sed '1s/"number":1/"number":2/' decisions.jsonl > head; runock explain --journal head web
  ! runock explain: head:1: the chain is broken: this line was changed, or one before it was removed, or they were reordered; nothing of 'web' stands before it
  = 1
  $ runock explain --json --journal head web
  []
  ! {"error":{"command":"runock explain","code":1,"message":"head:1: the chain is broken: this line was changed, or one before it was removed, or they were reordered; nothing of 'web' stands before it"}}
  = 1
  $ echo hello > hello; runock explain --journal hello web
  ! runock explain: 'hello': this is no journal: a file of one starts with {"line":"journal"
  = 65
`)

transcript(`
  wrong command lines

  $ runock explain
  ! runock explain: SERVICE is missing
  ! usage: runock explain [OPTIONS] SERVICE (more: runock explain --help)
  = 64
  $ runock explain --last 0 web
  ! runock explain: --last takes a number from 1 to 9999, not '0'
  ! usage: runock explain [OPTIONS] SERVICE (more: runock explain --help)
  = 64
  $ runock explain --journal '' web
  ! runock explain: --journal takes the name of a file, not ''
  ! usage: runock explain [OPTIONS] SERVICE (more: runock explain --help)
  = 64
  $ runock explain --jurnal x web
  ! runock explain: no option '--jurnal'; did you mean --journal?
  ! usage: runock explain [OPTIONS] SERVICE (more: runock explain --help)
  = 64
`)
