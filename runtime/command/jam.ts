import { left, right } from '../../nock/either.js'
import { jam, jamBytes } from '../../nock/jam.js'
import { type Noun } from '../../nock/noun.js'
import { printNoun } from '../../nock/print.js'
import { define } from './define.js'
import { EXIT, misused } from '../terminal/failure.js'
import { NOUN, printed, readNouns, reading } from './nouns.js'
import { print } from '../terminal/terminal.js'

export const command = define({
  name: 'jam',
  about: "Packs a noun into an atom, as Urbit's jam does. `runock cue` is the way back.",
  examples: [
    ["runock jam '[1 1]'", '817'],
    ["runock jam --raw '[1 1]' > pair.jam; runock cue --raw @pair.jam", '[1 1]'],
  ],
  positionals: { noun: { about: NOUN } },
  options: {
    raw: { about: "write the atom's bytes, the least significant first, instead of its digits" },
    json: { about: 'print {"jam"}' },
    ...reading,
  },
  run: async ({ noun, raw, json, formulas }) => {
    if (raw && json) return left(misused('--raw or --json, not both'))
    if (raw && process.stdout.isTTY)
      return left(misused('--raw writes bytes, and stdout is a terminal: redirect it'))
    const nouns = await readNouns([['NOUN', noun]], formulas)
    if (nouns._tag === 'Left') return nouns
    const it = nouns.right[0] as Noun
    if (raw) {
      print(jamBytes(it))
      return right(EXIT.ok)
    }
    const text = printed(() => printNoun(jam(it)))
    if (text._tag === 'Left') return text
    print((json ? JSON.stringify({ jam: text.right }) : text.right) + '\n')
    return right(EXIT.ok)
  },
})
