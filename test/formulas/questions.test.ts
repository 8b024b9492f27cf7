import { describe } from 'vitest'
import { formulaOf } from '../_kit/book.js'
import { evaluates } from '../_kit/tables.js'

// [tape request] -> [tape answer]
describe('ask', () => {
  evaluates(formulaOf('ask'), [
    // the right answer; the tape behind it comes back
    ['[[[[%alive 7] 0] 0] %alive 7]', '[0 0]'],
    ['[[[[%alive 7] 1] 0] %alive 7]', '[0 1]'],
    ['[[[5 6] 0] 5]', '[0 6]'],
    ['[[[5 [6 7]] [8 9] 0] 5]', '[[[8 9] 0] [6 7]]'],
    // an answer may be any noun
    ['[[[%any [%thing 1 2]] 0] %any]', '[0 %thing 1 2]'],
    // the answer to another request
    ['[[[[%alive 8] 0] 0] %alive 7]', 'crash: rule 0, axis 0'],
    ['[[[[%spawn 7] 0] 0] %alive 7]', 'crash: rule 0, axis 0'],
    // the right one stands further behind
    ['[[[5 6] [7 8] 0] 7]', 'crash: rule 0, axis 0'],
    // no answer any more
    ['[0 %alive 7]', 'crash: rule 0, axis 8'],
    // no tape
    ['[1 5]', 'crash: rule 0, axis 8'],
    ['[[5 6] 5]', 'crash: rule 0, axis 8'],
    ['0', 'crash: rule 0, axis 8'],
  ])
})

// [tape pid] -> [tape loobean]
describe('alive', () => {
  evaluates(formulaOf('alive'), [
    ['[[[[%alive 7] 0] 0] 7]', '[0 0]'],
    ['[[[[%alive 7] 1] 0] 7]', '[0 1]'],
    ['[[[[%alive 7] 2] 0] 7]', '[0 2]'], // whoever uses it decides what that is
    ['[[[[%alive 7] 0] [[%alive 7] 1] 0] 7]', '[[[[%alive 7] 1] 0] 0]'],
    ['[[[[%alive 8] 0] 0] 7]', 'crash: rule 0, axis 0'],
    ['[[[[%spawn 7] 0] 0] 7]', 'crash: rule 0, axis 0'],
    ['[0 7]', 'crash: rule 0, axis 8'],
    ['7', 'crash: rule 0, axis 2'],
  ])
})

// [tape name] -> [tape pid]
describe('spawn', () => {
  evaluates(formulaOf('spawn'), [
    ['[[[[%spawn %web] 7] 0] %web]', '[0 7]'],
    ['[[[[%spawn %web] 0] 0] %web]', '[0 0]'],
    ["[[[[%spawn 'größer als acht Bytes'] 4.194.304] 0] 'größer als acht Bytes']", '[0 4.194.304]'],
    ['[[[[%spawn %web] 7] [1 2] 0] %web]', '[[[1 2] 0] 7]'],
    ['[[[[%spawn %db] 7] 0] %web]', 'crash: rule 0, axis 0'],
    ['[0 %web]', 'crash: rule 0, axis 8'],
  ])
})

// [tape signal pid] -> [tape loobean]
describe('kill', () => {
  evaluates(formulaOf('kill'), [
    ['[[[[%kill 9 7] 0] 0] 9 7]', '[0 0]'],
    ['[[[[%kill 9 7] 1] 0] 9 7]', '[0 1]'],
    ['[[[[%kill 9 7] 0] [1 2] 0] 9 7]', '[[[1 2] 0] 0]'],
    ['[[[[%kill 15 7] 0] 0] 9 7]', 'crash: rule 0, axis 0'],
    ['[[[[%kill 9 8] 0] 0] 9 7]', 'crash: rule 0, axis 0'],
    ['[0 9 7]', 'crash: rule 0, axis 8'],
  ])
})

// [tape signal pid] -> [tape loobean]
describe('kill-tree', () => {
  evaluates(formulaOf('kill-tree'), [
    ['[[[[%kill-tree 9 7] 0] 0] 9 7]', '[0 0]'],
    ['[[[[%kill-tree 9 7] 1] [1 2] 0] 9 7]', '[[[1 2] 0] 1]'],
    ['[[[[%kill 9 7] 0] 0] 9 7]', 'crash: rule 0, axis 0'],
    ['[0 9 7]', 'crash: rule 0, axis 8'],
  ])
})

// [tape signal pid] -> [tape loobean]
describe('signal', () => {
  evaluates(formulaOf('signal'), [
    ['[[[[%signal 15 7] 0] 0] 15 7]', '[0 0]'],
    ['[[[[%signal 15 7] 1] [1 2] 0] 15 7]', '[[[1 2] 0] 1]'],
    ['[[[[%kill 15 7] 0] 0] 15 7]', 'crash: rule 0, axis 0'],
    ['[0 15 7]', 'crash: rule 0, axis 8'],
  ])
})

// [tape letter name milliseconds] -> [tape loobean]
describe('control', () => {
  evaluates(formulaOf('control'), [
    ['[[[[%control %t %web 5.000] 0] 0] %t %web 5.000]', '[0 0]'],
    ['[[[[%control %t %web 5.000] 1] [1 2] 0] %t %web 5.000]', '[[[1 2] 0] 1]'],
    ['[[[[%control %d %web 5.000] 0] 0] %t %web 5.000]', 'crash: rule 0, axis 0'],
    ['[0 %t %web 5.000]', 'crash: rule 0, axis 8'],
  ])
})

// [tape name milliseconds] -> [tape loobean]
describe('finish', () => {
  evaluates(formulaOf('finish'), [
    ['[[[[%finish %web 5.000] 0] 0] %web 5.000]', '[0 0]'],
    ['[[[[%finish %web 5.000] 1] 0] %web 5.000]', '[0 1]'],
    ['[[[[%finish %web 5.000] 1] [1 2] 0] %web 5.000]', '[[[1 2] 0] 1]'],
    ['[[[[%finish %web 5.001] 0] 0] %web 5.000]', 'crash: rule 0, axis 0'],
    ['[[[[%check %web 5.000] 0] 0] %web 5.000]', 'crash: rule 0, axis 0'],
    ['[0 %web 5.000]', 'crash: rule 0, axis 8'],
  ])
})

// [tape name] -> [tape loobean]
describe('finished', () => {
  evaluates(formulaOf('finished'), [
    ['[[[[%finished %web] 0] 0] %web]', '[0 0]'],
    ['[[[[%finished %web] 1] [1 2] 0] %web]', '[[[1 2] 0] 1]'],
    ['[[[[%finish %web] 0] 0] %web]', 'crash: rule 0, axis 0'],
    ['[0 %web]', 'crash: rule 0, axis 8'],
  ])
})

// [tape name milliseconds] -> [tape loobean]
describe('check', () => {
  evaluates(formulaOf('check'), [
    ['[[[[%check %web 1.000] 0] 0] %web 1.000]', '[0 0]'],
    ['[[[[%check %web 1.000] 1] 0] %web 1.000]', '[0 1]'],
    ['[[[[%check %web 1.000] 1] [1 2] 0] %web 1.000]', '[[[1 2] 0] 1]'],
    ['[[[[%finish %web 1.000] 0] 0] %web 1.000]', 'crash: rule 0, axis 0'],
    ['[0 %web 1.000]', 'crash: rule 0, axis 8'],
  ])
})

// [tape name milliseconds] -> [tape loobean]
describe('wait', () => {
  evaluates(formulaOf('wait'), [
    ['[[[[%wait %web 1.000] 0] 0] %web 1.000]', '[0 0]'],
    ['[[[[%wait %web 1.000] 1] 0] %web 1.000]', '[0 1]'],
    ['[[[[%wait %web 1.000] 1] [1 2] 0] %web 1.000]', '[[[1 2] 0] 1]'],
    ['[[[[%wait %web 2.000] 0] 0] %web 1.000]', 'crash: rule 0, axis 0'],
    ['[0 %web 1.000]', 'crash: rule 0, axis 8'],
  ])
})
