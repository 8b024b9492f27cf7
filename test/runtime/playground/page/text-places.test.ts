import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, equal, isCell, parseNoun, printNoun } from '../../../../nock/index.js'
import { placeInText } from '../../../../runtime/playground/page/text-places.js'
import { nouns } from '../../../_kit/nouns.js'

const at = (text: string, where: bigint): string | undefined => {
  const place = placeInText(text, where)
  return place && text.slice(...place)
}

const isSame = (text: string, noun: Noun): boolean => {
  const read = parseNoun(text)
  return read._tag === 'Right' && equal(read.right, noun)
}

describe('a part of a noun in its text', () => {
  test('stands in its brackets, or where they are left out', () => {
    expect(at('[4 0 1]', 1n)).toBe('[4 0 1]')
    expect(at('[4 0 1]', 2n)).toBe('4')
    expect(at('[4 0 1]', 3n)).toBe('0 1')
    expect(at('[4 [0 1]]', 3n)).toBe('[0 1]')
    expect(at('[[1 2] 3 4]', 4n)).toBe('1')
    expect(at('[[1 2] 3 4]', 7n)).toBe('4')
  })

  test('in a word that stands for more, is that word', () => {
    expect(at('[7 stop start]', 6n)).toBe('stop')
    expect(at('[7 stop start]', 25n)).toBe('stop')
    expect(at('dec', 7n)).toBe('dec')
  })

  test('comments and quoted text do not mislead', () => {
    expect(at("; [1\n['[' ; ]\n [2 3]]", 3n)).toBe('[2 3]')
  })

  test('of a text that is no noun stands nowhere', () => {
    expect(at('', 1n)).toBeUndefined()
    expect(at('1]', 1n)).toBeUndefined()
  })

  test('reads as that part', () => {
    fc.assert(
      fc.property(nouns, (noun) => {
        const text = printNoun(noun, { limit: 2000 })
        if (text.includes('…')) return
        const left: [part: Noun, where: bigint][] = [[noun, 1n]]
        for (let next = left.pop(); next !== undefined; next = left.pop()) {
          const [part, where] = next
          const written = at(text, where)!
          // brackets that are left out are put there
          if (![written, `[${written}]`].some((one) => isSame(one, part)))
            throw new Error(`${written} at ${where} of ${text}`)
          if (isCell(part)) left.push([part.head, 2n * where], [part.tail, 2n * where + 1n])
        }
      }),
    )
  })
})
