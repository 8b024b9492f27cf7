import { afterEach, expect, test } from 'vitest'
import { temporary } from '../../_kit/temporary.js'
import { missing } from './oracle.js'

const { PATH } = process.env
const nowhere = temporary()

afterEach(() => {
  process.env['PATH'] = PATH
})

test('says what it takes, where that is not there', () => {
  process.env['PATH'] = nowhere
  expect(missing()).toBe('there is no coqc (Debian: coq, ocaml-nox)')
})
