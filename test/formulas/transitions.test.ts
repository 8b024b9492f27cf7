import { describe } from 'vitest'
import { formulaOf } from '../_kit/book.js'
import { evaluates } from '../_kit/tables.js'

// The subject of every one is [tape name state pid]; a tape is [[request answer] ... 0].

describe('state', () => {
  evaluates(formulaOf('state'), [
    ['[0 %web 0 0]', '0'],
    ['[0 %web 1 7]', '1'],
    ['[[[1 2] 0] %web 1 7]', '1'],
    ['[0 %web]', 'crash: rule 0, axis 14'],
    ['0', 'crash: rule 0, axis 14'],
  ])
})

describe('start', () => {
  evaluates(formulaOf('start'), [
    // down
    ['[[[[%spawn %web] 7] 0] %web 0 0]', '[0 %web 1 7]'],
    ['[[[[%spawn %web] 4.194.304] 0] %web 0 0]', '[0 %web 1 4.194.304]'],
    ['[[[[%spawn %web] 0] 0] %web 0 0]', '[0 %web 0 0]'], // it could not start
    ['[[[[%spawn %web] 7] [1 2] 0] %web 0 0]', '[[[1 2] 0] %web 1 7]'],
    ['[[[[%spawn %db] 7] 0] %web 0 0]', 'crash: rule 0, axis 0'],
    ['[[[[%alive 7] 0] 0] %web 0 0]', 'crash: rule 0, axis 0'],
    ['[0 %web 0 0]', 'crash: rule 0, axis 8'],
    // up
    ['[0 %web 1 7]', '[0 %web 1 7]'],
    ['[[[[%spawn %web] 8] 0] %web 1 7]', '[[[[%spawn %web] 8] 0] %web 1 7]'], // nothing asked
    // neither: only the state 0 is started
    ['[0 %web 2 7]', '[0 %web 2 7]'],
  ])
})

describe('stop', () => {
  evaluates(formulaOf('stop'), [
    // up
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', '[0 %web 0 0]'],
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 1] 0] %web 1 7]', '[0 %web 0 0]'], // it has no finish script
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 2] 0] %web 1 7]', '[0 %web 0 0]'], // what finish says is all the same
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [1 2] 0] %web 1 7]', '[[[1 2] 0] %web 0 0]'],
    ['[[[[%kill 9 7] 1] 0] %web 1 7]', 'crash: rule 0, axis 0'], // not permitted
    ['[[[[%kill 9 7] 1] [[%finish %web 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 9 7] 2] 0] %web 1 7]', 'crash: rule 6, test'],
    ['[[[[%kill 9 8] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 15 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 9 7] 0] [[%finish %db 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%finish %web 5.000] 0] [[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 0'], // in this order only
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[[[[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 8'],
    // down
    ['[0 %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%kill 9 7] 0] 0] %web 0 0]', '[[[[%kill 9 7] 0] 0] %web 0 0]'],
    // neither: only the state 1 is stopped
    ['[0 %web 2 7]', '[0 %web 2 7]'],
  ])
})

describe('restart', () => {
  evaluates(formulaOf('restart'), [
    // up
    [
      '[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 8] 0] %web 1 7]', //
      '[0 %web 1 8]',
    ],
    [
      '[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 7] 0] %web 1 7]', // the same number again
      '[0 %web 1 7]',
    ],
    [
      '[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 0] 0] %web 1 7]', // it could not start again
      '[0 %web 0 0]',
    ],
    [
      '[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] [[%spawn %web] 8] [1 2] 0] %web 1 7]',
      '[[[1 2] 0] %web 1 8]',
    ],
    ['[[[[%kill 9 7] 1] [[%spawn %web] 8] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 9 7] 0] [[%spawn %web] 8] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[[[[%spawn %web] 8] 0] %web 1 7]', 'crash: rule 0, axis 0'],
    ['[0 %web 1 7]', 'crash: rule 0, axis 8'],
    ['[[[[%kill 9 7] 0] 0] %web 1 7]', 'crash: rule 0, axis 8'],
    ['[[[[%kill 9 7] 0] [[%finish %web 5.000] 0] 0] %web 1 7]', 'crash: rule 0, axis 8'],
    // down: started, there is nothing to kill
    ['[[[[%spawn %web] 8] 0] %web 0 0]', '[0 %web 1 8]'],
    ['[[[[%spawn %web] 0] 0] %web 0 0]', '[0 %web 0 0]'],
    ['[[[[%kill 9 7] 0] 0] %web 0 0]', 'crash: rule 0, axis 0'],
    ['[0 %web 0 0]', 'crash: rule 0, axis 8'],
  ])
})
