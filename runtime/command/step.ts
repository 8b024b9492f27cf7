import { type Either, left, right } from '../../nock/either.js'
import { EXIT } from '../terminal/failure.js'
import { define } from './define.js'
import { NOUN, printing, readNouns, reading } from './nouns.js'
import { steps } from './steps.js'

const number = (text: string): Either<string, number> => {
  const parsed = text === '0' ? right(0) : steps(text)
  return parsed._tag === 'Right' && parsed.right > 1e9 ? left('a number of steps up to 1e9') : parsed
}

export const command = define({
  name: 'step',
  about:
    'Evaluates FORMULA on SUBJECT step by step: what is there before a step and after it, by which line of\n' +
    'the definition, and what that does. On a terminal: → forward, ← back, a number and Enter, c to the\n' +
    'next rule 2 or 9, s over, o out, x expands, ? tells all keys. Elsewhere the steps are printed.',
  examples: [
    ["runock step 41 '[4 0 1]'", 'a screen to go forward and back'],
    ["runock step --json 41 '[4 0 1]' | jq -r .rule", '*[a 4 b]            +*[a b] …'],
    ['runock step --from 100 --most 3 5 dec', 'steps 100 to 102'],
  ],
  positionals: {
    subject: { about: NOUN },
    formula: { about: 'likewise', completes: 'formula' },
  },
  options: {
    expanded: { about: 'rules 0, 6, 9 and 11 by the definition’s own lines, not in one step each' },
    from: { about: 'begin at step N', value: 'N', decode: number },
    most: { about: 'print so many steps at most: 100 unless given', value: 'N', decode: number },
    json: { about: 'print {"step","before","redex","after","rule","sentence","crash"}, a step a line' },
    cords: printing.cords,
    ...reading,
  },
  run: async ({ subject, formula, expanded, from = 0, most = 100, json, cords, formulas }) => {
    const words = [
      ['SUBJECT', subject],
      ['FORMULA', formula],
    ] as const
    const nouns = await readNouns(words, formulas)
    if (nouns._tag === 'Left') return nouns
    const [a, f] = nouns.right
    const { presentSteps } = await import('../step/present.js')
    const shown = { isExpanded: expanded, from, most, json, cords, limit: 80 }
    const { crashed } = await presentSteps({ subject: a!, formula: f!, ...shown }, 'runock step')
    return right(crashed ? EXIT.crash : EXIT.ok)
  },
})
