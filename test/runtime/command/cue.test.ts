import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  cues digits, and bytes

  $ runock cue 817
  [1 1]
  $ runock cue 0x331
  [1 1]
  $ echo 817 | runock cue -
  [1 1]
  $ runock jam --raw "[%web 'two words' 1000]" > it.jam
  $ runock cue --raw @it.jam
  [6448503 2128613538585172211572 1000]
  $ runock cue --raw --cords --dots - < it.jam
  [%web 'two words' 1.000]
`)

transcript(String.raw`
  what is no jam

  $ runock cue 1
  ! runock cue: ATOM: no jam: the jam ends inside a noun, at bit 8
  = 65
  $ runock cue 0
  ! runock cue: ATOM: no jam: the jam ends inside a noun, at bit 0
  = 65
  $ runock cue '[1 2]'
  ! runock cue: ATOM: a cell, and a jam is an atom
  = 65
  $ runock cue dec
  ! runock cue: ATOM: line 1, column 1: no names are known here; as text it is %dec
  !   dec
  !   ^^^
  = 65
  $ runock cue 0xffff.ffff.ffff
  ! runock cue: ATOM: no jam: a reference to bit 0, where no noun has started, at bit 0
  = 65
  $ printf '' | runock cue --raw -
  ! runock cue: stdin: no jam: the jam ends inside a noun, at bit 0
  = 65
  $ printf '\377\376\375' | runock cue --raw -
  ! runock cue: stdin: no jam: a reference to bit 0, where no noun has started, at bit 0
  = 65
  $ printf '\000\000\000\000\000\000\000\000\377' | runock cue --raw -
  ! runock cue: stdin: no jam: an atom of 2^62 bits or more, with 7 left, at bit 1
  = 65
  $ runock cue --raw 817
  ! runock cue: --raw reads bytes: give @FILE, or - for stdin
  = 64
  $ runock cue --raw @nowhere
  ! runock cue: cannot read 'nowhere': no such file or directory
  = 65
`)
