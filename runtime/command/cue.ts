import { cueBytes } from '../../nock/cue.js'
import { bytesOfAtom } from '../../nock/cord.js'
import { type Either, left, right } from '../../nock/either.js'
import { isCell } from '../../nock/noun.js'
import { parseNoun, showParseError } from '../../nock/parse.js'
import { printNoun } from '../../nock/print.js'
import { define } from './define.js'
import { type Failure, EXIT, badData, misused } from '../terminal/failure.js'
import { printed, printing } from './nouns.js'
import { type Source, readBytes, readText } from './source.js'
import { print } from '../terminal/terminal.js'

export const command = define({
  name: 'cue',
  about: "Unpacks the noun that `runock jam`, or Urbit's jam, has packed into an atom.",
  examples: [
    ['runock cue 817', '[1 1]'],
    ["runock jam --raw '[%a %b]' | runock cue --raw --cords -", '[97 98]'],
  ],
  positionals: { atom: { about: "an atom's text, @FILE, or - for stdin" } },
  options: {
    raw: { about: "read the atom's bytes, the least significant first, from @FILE or -" },
    json: { about: 'print {"noun"}' },
    ...printing,
  },
  run: async ({ atom, raw, json, ...shape }) => {
    const jammed = raw ? await rawBytes(atom) : await atomBytes(atom)
    if (jammed._tag === 'Left') return jammed
    const { from, content } = jammed.right
    const noun = cueBytes(content)
    if (noun._tag === 'Left')
      return left(badData(`${from}: no jam: ${noun.left.message}, at bit ${noun.left.bit}`))
    const text = printed(() => printNoun(noun.right, shape))
    if (text._tag === 'Left') return text
    print((json ? JSON.stringify({ noun: text.right }) : text.right) + '\n')
    return right(EXIT.ok)
  },
})

type Jammed = Promise<Either<Failure, Source<Uint8Array>>>

const rawBytes = async (word: string): Jammed => {
  const bytes = await readBytes(word)
  if (bytes._tag === 'Left') return bytes
  return bytes.right ? right(bytes.right) : left(misused('--raw reads bytes: give @FILE, or - for stdin'))
}

const atomBytes = async (word: string): Jammed => {
  const text = await readText('ATOM', word)
  if (text._tag === 'Left') return text
  const { from, content } = text.right
  const noun = parseNoun(content)
  if (noun._tag === 'Left') return left(badData(`${from}: ${showParseError(noun.left)}`))
  if (isCell(noun.right)) return left(badData(`${from}: a cell, and a jam is an atom`))
  return right({ from, content: bytesOfAtom(noun.right) })
}
