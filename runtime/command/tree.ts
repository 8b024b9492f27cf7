import { writeFileSync } from 'node:fs'
import { type Either, left, right } from '../../nock/either.js'
import { at, deepest } from '../../nock/axis.js'
import { type Atom, isAtom } from '../../nock/noun.js'
import { parseNoun } from '../../nock/parse.js'
import { printNoun } from '../../nock/print.js'
import { layout } from '../../nock/tree/layout.js'
import { type Part, partsOf } from '../../nock/tree/part.js'
import { treeSvg } from '../../nock/tree/svg.js'
import { treeText } from '../../nock/tree/text.js'
import { EXIT, badData, crashed } from '../terminal/failure.js'
import { bold, complain, print, quoted, reason } from '../terminal/terminal.js'
import { define } from './define.js'
import { NOUN, printing, readNouns, reading } from './nouns.js'

const axisOf = (text: string): Either<string, Atom> => {
  const noun = parseNoun(text)
  return noun._tag === 'Right' && isAtom(noun.right) && noun.right !== 0
    ? right(noun.right)
    : left('an axis: a number above 0')
}

const count = (text: string): Either<string, number> =>
  /^[1-9][0-9]{0,5}$/.test(text) ? right(Number(text)) : left('a number above 0')

export const command = define({
  name: 'tree',
  about:
    'Draws a noun as a tree: each part under the cell that it is in, with its axis.\n' +
    'Of a large noun the top is drawn; … stands for what is below.',
  examples: [
    ["runock tree --axis 6 '[5 7 8]'", 'the way to axis 6 in heavy lines'],
    ['runock tree start --svg start.svg', 'a picture'],
    ["runock tree --shared '[[1 2] 1 2]'", 'what was there before is told by its axis'],
  ],
  positionals: { noun: { about: NOUN, completes: 'formula' } },
  options: {
    axis: { about: 'light the way to this axis', value: 'N', decode: axisOf },
    svg: {
      about: 'write the tree to FILE, as a picture',
      value: 'FILE',
      decode: (file: string) => right(file),
    },
    shared: { about: 'show a cell that was there before as = AXIS' },
    most: { about: 'draw so many parts at most: 150 unless given', value: 'N', decode: count },
    json: {
      about: 'print one array of {"axis","text","lit"}; the text of a cell whose parts follow is null',
    },
    cords: printing.cords,
    ...reading,
  },
  run: async ({ noun: word, axis, svg, shared, most, json, cords, formulas }) => {
    const nouns = await readNouns([['NOUN', word]], formulas)
    if (nouns._tag === 'Left') return nouns
    const noun = nouns.right[0]!
    if (axis !== undefined && at(axis, noun) === undefined) {
      const last = deepest(axis, noun)
      const there = `axis ${show(last.axis)} is the atom ${show(last.part as Atom)}`
      return left(crashed(`there is nothing at axis ${show(axis)}: ${there}`))
    }
    const root = partsOf(noun, { cords, most, shared, lit: axis })
    if (svg !== undefined) {
      try {
        writeFileSync(svg, treeSvg(layout(root)))
      } catch (error) {
        return left(badData(`${quoted(svg)}: ${reason(error)}`))
      }
      complain('runock tree', `${svg} is written`)
    }
    if (json) print(JSON.stringify(partsJson(root)) + '\n')
    else if (svg === undefined) print(treeText(root, bold) + '\n')
    return right(EXIT.ok)
  },
})

const show = (a: Atom): string => printNoun(a, { limit: 40 })

interface PartJson {
  readonly axis: string
  readonly text: string | null
  readonly lit: boolean
}

/** From the whole downwards. */
const partsJson = (root: Part): readonly PartJson[] => {
  const order = [root]
  for (const { parts } of order) order.push(...(parts ?? []))
  return order.map(({ axis, text, isLit, parts }) => ({
    axis: String(axis),
    text: parts === undefined ? text : null,
    lit: isLit,
  }))
}
