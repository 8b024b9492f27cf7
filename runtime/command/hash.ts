import { right } from '../../nock/either.js'
import { mug } from '../../nock/mug.js'
import { hex } from '../formulas/hash.js'
import { define } from './define.js'
import { EXIT } from '../terminal/failure.js'
import { NOUN, readNouns, reading } from './nouns.js'
import { print } from '../terminal/terminal.js'

export const command = define({
  name: 'hash',
  about:
    'The hash by which a jet is found: the mug of its formula, in hexadecimal.\n' +
    'Of several formulas, one a line, each before its argument.',
  examples: [
    ['runock hash dec', '0x21135a57'],
    ["runock hash dec '[4 0 1]'", '0x21135a57  dec\n0x35975c1e  [4 0 1]'],
  ],
  positionals: { formula: { about: NOUN, many: true, completes: 'formula' } },
  options: { json: { about: 'print [{"formula","hash"}]' }, ...reading },
  run: async ({ formula, json, formulas }) => {
    const nouns = await readNouns(
      formula.map((word) => ['FORMULA', word] as const),
      formulas,
    )
    if (nouns._tag === 'Left') return nouns
    const hashes = nouns.right.map((noun) => hex(mug(noun)))
    if (json) {
      print(JSON.stringify(hashes.map((hash, i) => ({ formula: formula[i], hash }))) + '\n')
      return right(EXIT.ok)
    }
    print(hashes.map((hash, i) => hash + (hashes.length > 1 ? `  ${formula[i]!}` : '') + '\n').join(''))
    return right(EXIT.ok)
  },
})
