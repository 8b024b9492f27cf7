import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  the mug, in digits or in hexadecimal

  $ runock mug 0
  2046756072
  $ runock mug '[0 0]'
  422532488
  $ runock mug --hex 0
  0x79ff04e8
  $ runock mug %hello
  1633314722
  $ runock mug dec
  554916439
  $ echo dec | runock mug --hex -
  0x21135a57
`)
