import { describe } from 'vitest'
import { nock } from '../../../nock/nock.js'
import { interpreterLaws } from '../../_kit/interpreter.js'
import { thrice } from '../../_kit/thrice.js'

describe('the machine', () => {
  interpreterLaws(nock, 1_000_000)
})

describe('the machine, when it translates at once', () => {
  interpreterLaws(thrice, 100_000, 20_000)
})
