import { transcript } from '../../_kit/transcript.js'

transcript(`
  says where one is, and what is next

  $ runock lesson
  0 of 39 lessons passed. Next: 1, A noun is an atom or a cell
  runock lesson start          writes lessons/01-nouns.nock and says what there is to do
  runock lesson check --watch  checks it at each save
  $ runock lesson start > text; tail -n 1 text
  Now edit lessons/01-nouns.nock, then: runock lesson check
  $ runock lesson
  0 of 39 lessons passed. Next: 1, A noun is an atom or a cell
  Edit lessons/01-nouns.nock, then: runock lesson check (or hint)
  $ runock lesson check > text
  = 1
  $ echo '[[1 2] 3]' > lessons/01-nouns.nock; runock lesson check
  nouns: passed
  Next: Text is an atom, too: runock lesson start
  $ runock lesson list | head -n 3
  ✓  1  nouns           A noun is an atom or a cell
  >  2  cords           Text is an atom, too
     3  axes            An axis is a place in a noun
  $ runock lesson --json
  {"number":2,"lesson":"cords","title":"Text is an atom, too","passed":false,"file":"lessons/02-cords.nock","of":39}
`)

transcript(`
  gives hints in steps, and the solution to who asks twice

  $ runock lesson hint axes
  12 is in the tail, which is at axis 3.
  (1 more: runock lesson hint)
  $ runock lesson hint 3
  12 is in the tail, which is at axis 3.
  It is the head of the tail: twice 3.
  (that was the last: runock lesson solution)
  $ runock lesson solution axes
  ! runock lesson: ask once more for the solution of axes; or: runock lesson hint
  = 1
  $ runock lesson solution axes
  6
  $ runock lesson solution --yes deeper
  15
`)

transcript(`
  never overwrites work

  $ runock lesson start axes --dir mine > text; echo mine > mine/03-axes.nock
  $ runock lesson start axes --dir mine --json
  {"number":3,"lesson":"axes","title":"An axis is a place in a noun","passed":false,"file":"mine/03-axes.nock","done":"kept"}
  $ runock lesson reset axes --dir mine; cat mine/03-axes.nock.old; tail -n 1 mine/03-axes.nock
  mine/03-axes.nock is as at the start; yours is kept as mine/03-axes.nock.old
  mine
  ___
  $ runock lesson reset axes --dir mine; ls mine
  mine/03-axes.nock is as at the start; yours is kept as mine/03-axes.nock.old.2
  03-axes.nock
  03-axes.nock.old
  03-axes.nock.old.2
  progress.json
`)

transcript(`
  goes on where its progress is damaged

  $ mkdir lessons; echo '{"passed":' > lessons/progress.json; runock lesson hint axes > text
  ! runock lesson: lessons/progress.json cannot be read, and is set aside as lessons/progress.json.damaged; your answers are untouched: check them again
  $ cat lessons/progress.json.damaged; runock lesson hint axes | tail -n 1
  {"passed":
  (that was the last: runock lesson solution)
`)

transcript(`
  tells what is wrong with a command line

  $ runock lesson chekc
  ! runock lesson: no action 'chekc'; did you mean check?
  = 64
  $ runock lesson start rule0
  ! runock lesson: no lesson 'rule0'; did you mean rule-0?
  = 65
  $ runock lesson check axes
  ! runock lesson: lessons/03-axes.nock is not there yet: runock lesson start axes
  = 65
  $ runock lesson start --watch
  ! runock lesson: --watch is for check
  = 64
  $ echo > lessons; runock lesson start
  ! runock lesson: lessons: file already exists
  = 65
  $ mkdir -p mine/03-axes.nock; runock lesson check axes --dir mine
  ! runock lesson: mine/03-axes.nock: it is a directory
  = 65
  $ runock lesson start --dir /proc/none
  ! runock lesson: /proc/none: no such file or directory
  = 65
`)
