import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../nock/tree/part.js'
import { treeText } from '../../../nock/tree/text.js'
import { noun } from '../../_kit/programs.js'

describe('a tree as text', () => {
  test('of a formula', () => {
    expect('\n' + treeText(partsOf(noun('[6 [5 [0 2] 1 0] [0 3] 0 1]'), { shared: true })))
      .toMatchInlineSnapshot(`
      "
      1
      ├─2  6
      └─3
        ├─6
        │ ├─12  5
        │ └─13
        │   ├─26
        │   │ ├─52  0
        │   │ └─53  2
        │   └─27
        │     ├─54  1
        │     └─55  0
        └─7
          ├─14
          │ ├─28  0
          │ └─29  3
          └─15
            ├─30  0
            └─31  1"
    `)
  })

  test('the way to an axis is in heavy lines', () => {
    const ways = ([2, 5, 7] as const).map((lit) => treeText(partsOf(noun('[[1 2] 3 4]'), { lit })))
    expect('\n' + ways.join('\n\n')).toMatchInlineSnapshot(`
      "
      1
      ┝━2
      │ ├─4  1
      │ └─5  2
      └─3
        ├─6  3
        └─7  4

      1
      ┝━2
      │ ┠─4  1
      │ ┗━5  2
      └─3
        ├─6  3
        └─7  4

      1
      ┠─2
      ┃ ├─4  1
      ┃ └─5  2
      ┗━3
        ┠─6  3
        ┗━7  4"
    `)
  })

  test('what is lit may look otherwise', () => {
    const light = (text: string): string => `(${text})`
    expect(treeText(partsOf(noun('[1 2]'), { lit: 3 }), light)).toBe('(1)\n┠─2  1\n┗━(3  2)')
  })
})
