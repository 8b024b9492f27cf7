import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  shows what svlogd or the supervisor keeps, in whatever place, as it stands there

  $ mkdir -p web/log/main api/log gone/log app/supervise there/app; touch app/supervise/lock
  $ seq 1 20 > web/log/main/@400000006920a1b70b2f4c3c.s; printf '21\n22\n23\n' > web/log/main/current
  $ printf '@400000000000000a00000000 one\n' > api/log/current; ln -s $PWD/there/app app/supervise/logs
  $ printf 'old\n' > there/app/current.1; printf 'new\n' > there/app/current
  $ runock logs -n 2 ./web
  22
  23
  $ runock logs ./web | head -1
  14
  $ runock logs --lines all ./web | wc -l
  23
  $ runock logs -n 0 ./web
  $ SVDIR=. runock logs -n1 --json web
  {"service":"web","time":null,"line":"23"}
  $ runock logs --json ./api
  {"service":"./api","time":"1970-01-01T00:00:00.000Z","line":"one"}
  $ runock logs ./app
  old
  new
  $ mkdir elsewhere; printf '#!/bin/sh\nexec svlogd -tt "../../elsewhere"\n' > gone/log/run; echo there > elsewhere/current
  $ runock logs ./gone
  there
`)

transcript(String.raw`
  says what to do where there is nothing to show

  $ mkdir -p web/log bare new/supervise
  $ runock logs ./web
  ! runock logs: where the log/ of './web' keeps its lines is not to be found: no file current, as svlogd has it; see web/log/run
  = 65
  $ runock logs ./bare
  ! runock logs: no log is kept of './bare', it writes to the standard output of its supervisor
  ! runock supervise --log DIR keeps it; or give it a log/ whose run is: exec svlogd -tt ./main
  = 65
  $ SVDIR=. runock logs bar
  ! runock logs: no service 'bar'; did you mean bare?
  = 65
  $ ln -s nowhere/yet new/supervise/logs; runock logs ./new
  ! runock logs: nothing is kept of './new' yet, in nowhere/yet
  $ runock logs -nx ./web
  ! runock logs: --lines takes a number of lines, or all, not 'x'
  ! usage: runock logs [OPTIONS] SERVICE (more: runock logs --help)
  = 64
  $ runock logs --line 3 ./web
  ! runock logs: no option '--line'; did you mean --lines?
  ! usage: runock logs [OPTIONS] SERVICE (more: runock logs --help)
  = 64
  $ runock logs
  ! runock logs: SERVICE is missing
  ! usage: runock logs [OPTIONS] SERVICE (more: runock logs --help)
  = 64
`)
