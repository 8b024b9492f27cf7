import { describe } from 'vitest'
import { formulaOf } from '../_kit/book.js'
import { evaluates } from '../_kit/tables.js'

// What never ends is ended by the tables' budget.

describe('dec', () => {
  evaluates(formulaOf('dec'), [
    ['1', '0'],
    ['2', '1'],
    ['60', '59'],
    ['0', 'crash: budget'],
    ['[1 2]', 'crash: budget'],
  ])
})

describe('add', () => {
  evaluates(formulaOf('add'), [
    ['[0 0]', '0'],
    ['[0 5]', '5'],
    ['[5 0]', '5'],
    ['[3 4]', '7'],
    ['[3 9.007.199.254.740.991]', '9.007.199.254.740.994'],
    ['[2 18.446.744.073.709.551.615]', '18.446.744.073.709.551.617'],
    ['[0 1 2]', '[1 2]'], // nothing was counted
    ['[1 1 2]', 'crash: rule 4, increment'],
    ['[[1 2] 1]', 'crash: budget'],
    ['5', 'crash: rule 0, axis 14'],
  ])
})

describe('sub', () => {
  evaluates(formulaOf('sub'), [
    ['[0 0]', '0'],
    ['[5 0]', '5'],
    ['[5 5]', '0'],
    ['[9 4]', '5'],
    ['[[1 2] 0]', '[1 2]'], // nothing was counted
    ['[4 5]', 'crash: budget'],
    ['[4 1 2]', 'crash: budget'],
    ['5', 'crash: rule 0, axis 7'],
  ])
})

describe('mul', () => {
  evaluates(formulaOf('mul'), [
    ['[0 0]', '0'],
    ['[0 7]', '0'],
    ['[7 0]', '0'],
    ['[1 7]', '7'],
    ['[6 7]', '42'],
    ['[0 1 2]', '0'], // whatever is added no time at all
    ['[1 1 2]', 'crash: budget'],
    ['[[1 2] 1]', 'crash: budget'],
    ['5', 'crash: rule 0, axis 14'],
  ])
})

describe('lth', () => {
  evaluates(formulaOf('lth'), [
    ['[0 0]', '1'],
    ['[0 1]', '0'],
    ['[1 0]', '1'],
    ['[7 8]', '0'],
    ['[8 8]', '1'],
    ['[8 7]', '1'],
    ['[3 18.446.744.073.709.551.616]', '0'],
    ['[18.446.744.073.709.551.616 3]', '1'],
    ['[3 1 2]', '0'], // the cell is never reached
    ['[[1 2] 3]', '1'],
    ['[[1 2] 1 2]', 'crash: budget'],
    ['5', 'crash: rule 0, axis 15'],
  ])
})
