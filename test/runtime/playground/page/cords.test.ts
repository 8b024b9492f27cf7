import { expect, test } from 'vitest'
import { cord } from '../../../../nock/cord.js'
import { cordsIn } from '../../../../runtime/playground/page/cords.js'

test('takes terms and quoted text, from all texts', () => {
  expect(cordsIn(['[%web 0 0]', "['Any text' 1]"])).toEqual(new Set([cord('web'), cord('Any text')]))
})

test('takes no comment, and nothing that is a small number as well', () => {
  expect(cordsIn(["[%a 1] ; %web and 'more'"])).toEqual(new Set())
})
