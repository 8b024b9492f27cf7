import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { cord } from '../../../nock/index.js'
import { Words } from '../../../runtime/journal/words.js'

const texts = fc.stringMatching(/^[ -~]{0,20}$/)

test('a word is what its bytes are, whatever hash it comes with', () => {
  const words = new Words()
  fc.assert(
    fc.property(texts, texts, fc.nat(3), (before, text, hash) => {
      const bytes = Buffer.from(before + text + before)
      const to = before.length + text.length
      const word = words.read(bytes, before.length, to, hash)
      expect(word).toEqual({ text, atom: cord(text), bytes: Uint8Array.from(Buffer.from(text)) })
      expect(words.read(bytes, before.length, to, hash)).toBe(word)
      bytes.fill(0)
      expect(word.bytes).toEqual(Uint8Array.from(Buffer.from(text)))
    }),
  )
})
