import { expect, test } from 'vitest'
import { completed } from '../../../runtime/repl/terminal.js'

test.each([
  [':st', [':step'], ':st'],
  [':', [':subject', ':noun', ':vars', ':step', ':tree', ':explain', ':jets', ':help', ':quit'], ':'],
  ['.*(1 st', ['start', 'stop'], 'st'],
  ['[4 ', ['start', 'stop', 'dec'], ''],
  ['x = xyz', [], 'xyz'],
])('%s', (line, words, begun) => expect(completed(line, ['start', 'stop', 'dec'])).toEqual([words, begun]))
