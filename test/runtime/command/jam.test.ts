import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  jams to digits, or to bytes

  $ runock jam 0
  2
  $ runock jam '[1 1]'
  817
  $ runock jam '[7 [0 3] dec]' | runock cue -
  [7 [0 3] 8 [1 0] 8 [1 6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]
  $ runock jam --raw '[1 1]' | od -An -tx1
   31 03
  $ runock jam --raw '[1 1]' | wc -c
  2
`)

transcript(String.raw`
  bad input

  $ runock jam '[1'
  ! runock jam: NOUN: line 1, column 1: this bracket is never closed
  !   [1
  !   ^
  = 65
  $ runock jam
  ! runock jam: NOUN is missing
  ! usage: runock jam [OPTIONS] NOUN (more: runock jam --help)
  = 64
  $ runock jam 1 2
  ! runock jam: one word too many: '2'
  ! usage: runock jam [OPTIONS] NOUN (more: runock jam --help)
  = 64
`)
