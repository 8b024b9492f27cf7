import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  a file that cannot be read

  $ runock fmt @nowhere.nock
  ! runock fmt: cannot read 'nowhere.nock': no such file or directory
  = 65
  $ runock fmt @.
  ! runock fmt: cannot read '.': it is a directory
  = 65
  $ runock fmt @
  ! runock fmt: @ wants a file name after it
  = 64
  $ runock fmt @nowhere/it.nock
  ! runock fmt: cannot read 'nowhere/it.nock': no such file or directory
  = 65
  $ touch file; runock fmt @file/it.nock
  ! runock fmt: cannot read 'file/it.nock': not a directory
  = 65
  $ runock fmt "@$(printf 'odd\033[31m')"
  ! runock fmt: cannot read 'odd\u{1b}[31m': no such file or directory
  = 65
`)

transcript(String.raw`
  what is no text

  $ printf '\377\000\001' | runock fmt -
  ! runock fmt: stdin is not UTF-8 text; the bytes of a jam are for runock cue --raw
  = 65
  $ head -c 100000 "$NODE" > rubbish; runock fmt @rubbish
  ! runock fmt: rubbish is not UTF-8 text; the bytes of a jam are for runock cue --raw
  = 65
  $ printf '[1 \033[31m 2]' | runock fmt -
  ! runock fmt: stdin: line 1, column 4: unexpected U+001B
  !   [1  [31m 2]
  !      ^
  = 65
`)

transcript(String.raw`
  nothing at all

  $ runock fmt ''
  ! runock fmt: NOUN: line 1, column 1: here should be a noun
  !
  !   ^
  = 65
  $ runock fmt - < /dev/null
  ! runock fmt: stdin: line 1, column 1: here should be a noun
  !
  !   ^
  = 65
  $ runock fmt - <&-
  ! runock fmt: stdin: line 1, column 1: here should be a noun
  !
  !   ^
  = 65
  $ printf '; only a comment\n' | runock fmt -
  ! runock fmt: stdin: line 2, column 1: here should be a noun
  !
  !   ^
  = 65
`)

transcript(String.raw`
  a byte order mark, carriage returns

  $ printf '\357\273\277[1\r\n2]\r\n' | runock fmt -
  [1 2]
`)
