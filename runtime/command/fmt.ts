import { left, right } from '../../nock/either.js'
import { printNoun } from '../../nock/print.js'
import { define } from './define.js'
import { EXIT, crashed } from '../terminal/failure.js'
import { NOUN, parse, printed, printing, reading } from './nouns.js'
import { readText } from './source.js'
import { print } from '../terminal/terminal.js'

export const command = define({
  name: 'fmt',
  about:
    'Prints a noun in the shortest text that reads back as the same noun.\n' +
    'That is the noun alone: comments are left out, and names are replaced by their formulas.',
  examples: [
    ["runock fmt '[1 [2 3]]'", '[1 2 3]'],
    ["runock fmt --cords --dots '[%web 0x1f90]'", '[%web 8.080]'],
    ["runock fmt --check '[1 2 3]' && echo yes", 'yes'],
  ],
  positionals: { noun: { about: NOUN } },
  options: {
    json: { about: 'print {"noun"}' },
    check: { about: 'print nothing; exit with 1 unless the text is in that form already' },
    ...printing,
    ...reading,
  },
  run: async ({ noun: word, json, check, formulas, ...shape }) => {
    const text = await readText('NOUN', word)
    if (text._tag === 'Left') return text
    const noun = await parse(text.right, formulas)
    if (noun._tag === 'Left') return noun
    const shortest = printed(() => printNoun(noun.right, shape))
    if (shortest._tag === 'Left') return shortest
    if (!check) print((json ? JSON.stringify({ noun: shortest.right }) : shortest.right) + '\n')
    else if (text.right.content.replace(/\n$/, '') !== shortest.right) {
      return left(crashed(`${text.right.from} is not in its shortest form`))
    }
    return right(EXIT.ok)
  },
})
