import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { NOBODY, everyJet, whyOpen } from '../../jets/index.js'
import { left, right } from '../../nock/either.js'
import { mug } from '../../nock/mug.js'
import { type Noun, isCell } from '../../nock/noun.js'
import { readPolicy } from '../supervision/policy.js'
import { loadFormulas, showFormulaError } from '../formulas/index.js'
import { define } from './define.js'
import { EXIT, badData } from '../terminal/failure.js'
import { hex } from '../formulas/hash.js'
import { reading } from './nouns.js'
import { print } from '../terminal/terminal.js'

/** A formula of the book as `runock jets` tells of it. */
interface Row {
  readonly formula: string
  readonly hash: string
  readonly jet: string | null
  readonly closed: boolean
  /** Why it is open. */
  readonly open: string | null
}

export const command = define({
  name: 'jets',
  about:
    'Lists the formulas: the hash by which a jet is found, the jet if there is one, and whether the formula\n' +
    'is closed. Only for a closed formula, one that runs no code out of its subject, can a jet stand.',
  examples: [['runock jets --json | jq -r \'.[] | select(.jet == "dec") | .hash\'', '0x21135a57']],
  positionals: {},
  options: { ...reading, json: { about: 'as JSON' } },
  run: async ({ formulas, json }) => {
    const book = loadFormulas(formulas === undefined ? [] : [formulas])
    if (isLeft(book)) return left(badData(showFormulaError(book.left)))
    const jets = everyJet(NOBODY)
    const rows = book.right.names.flatMap((name): Row[] => {
      const noun = book.right.get(name) as Noun
      if (!isCell(noun) || isRight(readPolicy(noun))) return []
      const open = whyOpen(noun)
      return [
        {
          formula: name,
          hash: hex(mug(noun)),
          jet: jets.find(noun)?.name ?? null,
          closed: open === undefined,
          open: open ?? null,
        },
      ]
    })
    print((json ? JSON.stringify(rows, undefined, 2) : await drawn(rows)) + '\n')
    return right(EXIT.ok)
  },
})

const drawn = async (rows: readonly Row[]): Promise<string> => {
  const { Table } = await import('console-table-printer')
  const table = new Table({
    columns: ['formula', 'hash', 'jet', 'closed'].map((name) => ({ name, alignment: 'left' })),
    shouldDisableColors: true,
  })
  for (const { formula, hash, jet, closed, open } of rows) {
    table.addRow({ formula, hash, jet: jet ?? '', closed: closed ? 'closed' : `open: ${open}` })
  }
  return table.render()
}
