import { expect, test } from 'vitest'
import { bold, hasStyle, quoted } from '../../../runtime/terminal/terminal.js'
import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  a reader that goes away early is no error

  $ printf '[0x1%0200000d 1]' 0 > large
  $ runock fmt @large | head -c 1; echo
  [
  $ (runock fmt @large; echo $? > code) | true; cat code
  0
  $ (runock fmt '[1'; echo $? > code) 2>&1 | true; cat code
  65
  $ (runock --help; echo $? > code) | true; cat code
  0
`)

transcript(String.raw`
  a full disk is one

  $ runock fmt 1 > /dev/full
  ! runock: cannot write: no space left on device
  = 111
  $ runock --help > /dev/full
  ! runock: cannot write: no space left on device
  = 111
  $ runock fmt '[1' 2> /dev/full
  = 65
`)

transcript(String.raw`
  no style goes into a pipe

  $ runock --help | grep -c "$(printf '\033')"
  0
  = 1
  $ runock nokc 2>&1 | grep -c "$(printf '\033')"
  0
  = 1
`)

test('style only on a terminal that takes it, and not with NO_COLOR', () => {
  expect(hasStyle({ isTTY: true }, {})).toBe(true)
  expect(hasStyle({ isTTY: true }, { NO_COLOR: '' })).toBe(true)
  expect(hasStyle({ isTTY: true }, { NO_COLOR: '1' })).toBe(false)
  expect(hasStyle({ isTTY: true }, { TERM: 'dumb' })).toBe(false)
  expect(hasStyle({}, {})).toBe(false)
  expect(bold('Usage', {})).toBe('Usage')
})

test('a quoted word does nothing to a terminal', () => {
  expect(quoted('web')).toBe("'web'")
  expect(quoted('a\nb\tc')).toBe(String.raw`'a\nb\tc'`)
  expect(quoted('\x1b]0;title\x07\u202e')).toBe(String.raw`'\u{1b}]0;title\u{7}\u{202e}'`)
  expect(quoted('x'.repeat(100))).toBe(`'${'x'.repeat(60)}…'`)
})
