import { describe } from 'vitest'
import { axis as at } from '../../nock/index.js'
import { formulaOf } from '../_kit/book.js'
import { evaluates } from '../_kit/tables.js'

// The subject of every one is [tape name state pid]; a tape is [[request answer] ... 0].

describe('observe', () => {
  evaluates(formulaOf('observe'), [
    // up, and alive
    ['[[[[%alive 7] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    ['[[[[%alive 7] 0] [1 2] 0] %web 1 7]', '[[[1 2] 0] %web 1 7]'],
    // up, and dead: stopped, so that nothing of its process group is left
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', '[0 %web 0 0]'],
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 1] [1 2] 0] %web 1 7]', '[[[1 2] 0] %web 0 0]'],
    ['[[[[%alive 7] 1] [[%kill 9 7] 1] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%alive 7] 1] 0] %web 1 7]', 'crash: rule 0, axis 8'],
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 8'],
    // up, and neither
    ['[[[[%alive 7] 2] 0] %web 1 7]', 'crash: rule 6, test'],
    ['[[[[%alive 7] [0 0]] 0] %web 1 7]', 'crash: rule 6, test'],
    ['[[[[%alive 8] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    // down
    ['[0 %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%alive 7] 1] 0] %web 0 0]', '[[[[%alive 7] 1] 0] %web 0 0]'],
  ])
})

describe('supervise', () => {
  evaluates(formulaOf('supervise'), [
    // up, and alive
    ['[[[[%alive 7] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    ['[[[[%alive 7] 0] [[%spawn %web] 8] 0] %web 1 7]', '[[[[%spawn %web] 8] 0] %web 1 7]'],
    // up, and dead: what is left is killed, then it is started
    [
      '[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 8] 0] %web 1 7]',
      '[0 %web 1 8]',
    ],
    [
      '[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 1] [[%spawn %web] 0] 0] %web 1 7]',
      '[0 %web 0 0]',
    ],
    [
      '[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 1] [[%spawn %web] 8] [1 2] 0] %web 1 7]',
      '[[[1 2] 0] %web 1 8]',
    ],
    ['[[[[%alive 7] 1] [[%kill 9 7] 1] [[%spawn %web] 8] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%alive 7] 1] [[%spawn %web] 8] 0] %web 1 7]', 'crash: rule 0, axis 0'], // never without the kill
    ['[[[[%alive 7] 2] 0] %web 1 7]', 'crash: rule 6, test'],
    ['[[[[%alive 8] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    // down: started now
    ['[[[[%spawn %web] 8] 0] %web 0 0]', '[0 %web 1 8]'],
    ['[[[[%spawn %web] 0] 0] %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%spawn %db] 8] 0] %web 0 0]', 'crash: rule 0, axis 0'],
    ['[0 %web 0 0]', 'crash: rule 0, axis 8'],
  ])
})

describe('fell', () => {
  evaluates(formulaOf('fell'), [
    ['[[[[%kill-tree 9 7] 0] [[%kill 9 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', '[0 %web 0 0]'],
    ['[[[[%kill-tree 9 7] 1] [[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'], // never without the tree
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[0 %web 0 0]', '[0 %web 0 0]'],
  ])
})

describe('fell-dead', () => {
  evaluates(formulaOf('fell-dead'), [
    ['[[[[%alive 7] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    [
      '[[[[%alive 7] 1] [[%kill-tree 9 7] 0] [[%kill 9 7] 0] [[%finish %web 5.000] 1] 0] %web 1 7]',
      '[0 %web 0 0]',
    ],
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 0 0]', '[0 %web 0 0]'],
  ])
})

describe('throttled, its own row of %supervise', () => {
  // [[%supervise %keep formula] ...]: the formula is at axis 11
  evaluates(at(11, formulaOf('throttled'))!, [
    // up, and alive: no wait
    ['[[[[%alive 7] 0] 0] %web 1 7]', '[0 %web 1 7]'],
    // down: the wait is over, or something came up meanwhile
    ['[[[[%wait %web 1.000] 0] [[%spawn %web] 8] 0] %web 0 0]', '[0 %web 1 8]'],
    ['[[[[%wait %web 1.000] 0] [[%spawn %web] 0] 0] %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%wait %web 1.000] 1] 0] %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%wait %web 1.000] 1] [1 2] 0] %web 0 0]', '[[[1 2] 0] %web 0 0]'],
    ['[[[[%wait %web 1.000] 2] 0] %web 0 0]', 'crash: rule 6, test'],
    ['[[[[%wait %db 1.000] 0] 0] %web 0 0]', 'crash: rule 0, axis 0'],
    ['[[[[%spawn %web] 8] 0] %web 0 0]', 'crash: rule 0, axis 0'], // never without the wait
    ['[0 %web 0 0]', 'crash: rule 0, axis 8'],
    ['[[[[%wait %web 1.000] 0] 0] %web 0 0]', 'crash: rule 0, axis 8'],
    // up, and dead: the wait is the next look's
    ['[[[[%alive 7] 1] [[%kill 9 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', '[0 %web 0 0]'],
    ['[[[[%alive 7] 1] [[%kill 9 7] 1] 0] %web 1 7]', 'crash: rule 0, axis 0'],
  ])
})

// -> [tape loobean]
describe('status', () => {
  evaluates(formulaOf('status'), [
    ['[[[[%alive 7] 0] 0] %web 1 7]', '[0 0]'],
    ['[[[[%alive 7] 1] 0] %web 1 7]', '[0 1]'],
    ['[[[[%alive 7] 2] 0] %web 1 7]', '[0 2]'], // whoever asked decides what that is
    ['[[[[%alive 7] 0] [1 2] 0] %web 1 7]', '[[[1 2] 0] 0]'],
    ['[[[[%alive 8] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[0 %web 0 0]', '[0 1]'],
    ['[[[1 2] 0] %web 0 0]', '[[[1 2] 0] 1]'],
  ])
})

// -> [tape loobean]
describe('ready', () => {
  evaluates(formulaOf('ready'), [
    ['[[[[%check %web 1.000] 0] 0] %web 1 7]', '[0 0]'],
    ['[[[[%check %web 1.000] 1] 0] %web 1 7]', '[0 1]'],
    ['[[[[%check %web 1.000] 0] 0] %web 0 0]', '[0 0]'], // it is the script that says so, up or down
    ['[[[[%check %web 1.000] 1] [1 2] 0] %web 0 0]', '[[[1 2] 0] 1]'],
    ['[[[[%check %db 1.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%check %web 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
  ])
})
