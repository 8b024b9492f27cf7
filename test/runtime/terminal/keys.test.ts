import { expect, test } from 'vitest'
import { keysOf } from '../../../runtime/terminal/keys.js'

test('keys that come at once are told apart', () => {
  expect(keysOf('j\x1b[B\x1b[6~\x1bOAqü')).toEqual(['j', '\x1b[B', '\x1b[6~', '\x1bOA', 'q', 'ü'])
})
