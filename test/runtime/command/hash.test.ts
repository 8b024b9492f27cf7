import { expect, test } from 'vitest'
import { hex } from '../../../runtime/formulas/hash.js'
import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  the hash of a formula by name, by text, in a file

  $ runock hash dec
  0x21135a57
  $ test $(runock hash dec) = $(runock mug --hex dec)
  $ echo '[4 0 1]' > inc.nock
  $ runock hash dec '[4 0 1]' @inc.nock
  0x21135a57  dec
  0x35975c1e  [4 0 1]
  0x35975c1e  @inc.nock
  $ runock hash dec dce
  ! runock hash: FORMULA: line 1, column 1: no formula dce; did you mean dec?
  !   dce
  !   ^^^
  = 65
`)

test('always ten characters', () => {
  expect(hex(42)).toBe('0x0000002a')
})
