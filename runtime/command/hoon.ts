import { left, right } from '../../nock/either.js'
import { define } from './define.js'
import { EXIT, badData, crashed, misused } from '../terminal/failure.js'
import { printed, printing } from './nouns.js'
import { readBytes, readText } from './source.js'
import { print, quoted } from '../terminal/terminal.js'

export const command = define({
  name: 'hoon',
  about:
    "Compiles a Hoon expression with Urbit's own compiler, which is a Nock program, runs it, and prints its\n" +
    'value. Compiler and standard library are booted from an ivory pill: a file of a megabyte that comes with\n' +
    "Urbit's runtime, and not with runock.",
  examples: [["runock hoon --pill ivory.pill '(add 2 2)'", '4']],
  positionals: { expression: { about: 'Hoon, @FILE, or - for stdin' } },
  options: {
    pill: {
      about: 'the ivory pill; $RUNOCK_PILL unless given',
      value: 'FILE',
      decode: (text: string) => right(text),
    },
    noJets: { about: 'use no native code for the gates of the standard library: far slower' },
    noun: { about: 'print the noun, not what Hoon shows for its type' },
    json: { about: 'print {"product","text"}' },
    ...printing,
  },
  run: async ({ expression, pill, noJets, noun, json, ...shape }) => {
    const file = pill ?? process.env['RUNOCK_PILL']
    if (!file) return left(misused('name the ivory pill: --pill FILE, or RUNOCK_PILL=FILE'))
    const text = await readText('EXPRESSION', expression)
    if (text._tag === 'Left') return text
    const bytes = await readBytes(`@${file}`)
    if (bytes._tag === 'Left') return bytes

    const { bootPill } = await import('../hoon/kernel.js')
    const jets = noJets ? undefined : (await import('../../jets/hoon/index.js')).hoonJets
    const { describeCrash } = await import('../../nock/describe.js')
    const kernel = bootPill(bytes.right!.content, jets)
    if (kernel._tag === 'Left') {
      const why =
        kernel.left.why === 'pill'
          ? kernel.left.message
          : `its boot crashes\n${describeCrash(kernel.left.crash)}`
      return left(badData(`${quoted(file)} is no ivory pill: ${why}`))
    }

    const { evaluate } = await import('../hoon/evaluate.js')
    const done = evaluate(kernel.right, text.right.content)
    if (done._tag === 'Left') {
      const { left: error } = done
      return error.why === 'syntax'
        ? left(
            badData(`${text.right.from}: line ${error.line}, column ${error.column}: no Hoon from here on`),
          )
        : left(crashed(`it does not compile, or crashes:\n${describeCrash(error.crash)}`))
    }
    const { product, text: shown } = done.right
    const { printNoun } = await import('../../nock/print.js')
    const out = printed(() =>
      json
        ? JSON.stringify({ product: printNoun(product, shape), text: shown })
        : noun
          ? printNoun(product, shape)
          : shown,
    )
    if (out._tag === 'Left') return out
    print(out.right + '\n')
    return right(EXIT.ok)
  },
})
