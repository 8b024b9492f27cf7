import { right } from '../../nock/either.js'
import { mug } from '../../nock/mug.js'
import { type Noun } from '../../nock/noun.js'
import { define } from './define.js'
import { EXIT } from '../terminal/failure.js'
import { hex } from '../formulas/hash.js'
import { NOUN, readNouns, reading } from './nouns.js'
import { print } from '../terminal/terminal.js'

export const command = define({
  name: 'mug',
  about: "A noun's mug: its 31-bit hash, as Urbit computes it.",
  examples: [
    ['runock mug 0', '2046756072'],
    ["runock mug --hex '[0 0]'", '0x192f5588'],
  ],
  positionals: { noun: { about: NOUN } },
  options: {
    hex: { about: 'in hexadecimal, as `runock hash` prints it' },
    json: { about: 'print {"mug"}: a number, or with --hex its text' },
    ...reading,
  },
  run: async ({ noun, hex: asHex, json, formulas }) => {
    const nouns = await readNouns([['NOUN', noun]], formulas)
    if (nouns._tag === 'Left') return nouns
    const number = mug(nouns.right[0] as Noun)
    const it = asHex ? hex(number) : number
    print(`${json ? JSON.stringify({ mug: it }) : it}\n`)
    return right(EXIT.ok)
  },
})
