import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  prints the shortest form

  $ runock fmt '[1 [2 [3 ~]]]'
  [1 2 3 0]
  $ runock fmt "[%web 'two words' 0xff 1.000]"
  [6448503 2128613538585172211572 255 1000]
  $ runock fmt --cords "[%web 'two words' 0xff 1.000]"
  [%web 'two words' 255 1000]
  $ runock fmt --dots 1234567
  1.234.567
  $ printf '[1 ; one\n [2 3]]' | runock fmt -
  [1 2 3]
  $ runock fmt '[7 state state]'
  [7 [0 14] 0 14]
`)

transcript(String.raw`
  checks, and says nothing when it is so

  $ runock fmt --check '[1 2 3]'
  $ runock fmt --check '[1 [2 3]]'
  ! runock fmt: NOUN is not in its shortest form
  = 1
  $ echo '[1 2 3]' > it; runock fmt --check @it
  $ echo ' [1 2 3]' | runock fmt --check -
  ! runock fmt: stdin is not in its shortest form
  = 1
  $ runock fmt --check --dots 1.000
  $ runock fmt --check 1.000
  ! runock fmt: NOUN is not in its shortest form
  = 1
  $ runock fmt --check '[1 2'
  ! runock fmt: NOUN: line 1, column 1: this bracket is never closed
  !   [1 2
  !   ^
  = 65
`)

transcript(String.raw`
  deep nouns

  $ printf '[1 %.0s' $(seq 100000) > deep; printf 0 >> deep; printf ']%.0s' $(seq 100000) >> deep
  $ runock fmt @deep | wc -c
  200004
  $ tr '[]' '][' < deep | rev > left; head -c 12 left; echo
  [[[[[[[[[[[[
  $ runock fmt @left | head -c -1 | cmp - left && echo same
  same
`)
