import {
  type Cell,
  type Noun,
  axis as part,
  cell,
  isCell,
  noValue,
  parseNoun,
  peg,
} from '../../nock/index.js'
import { codeRun } from '../closed.js'
import { type DefinedJet, defineJet, sure } from '../kit.js'
import { type Reliance, nounWith, standsOn } from '../reliance.js'
import { type Arm } from './arms.js'
import { type Gate, NEVER } from './gate.js'

/**
 * The jets of these gates. Each stands for its gate's formula wherever the gate has, in its context, the arms that the
 * formula comes to run: which ones, the analysis tells.
 *
 * @param arms others that the gates call
 */
export const jetsOf = (gates: readonly Gate[], arms: readonly Arm[]): readonly DefinedJet[] => {
  const one = gates.filter(({ core }) => core === 'one').map((gate): Reliance => [gate.axis, armOf(gate)])
  const two = [
    ...gates.filter(({ core }) => core === 'two').map((gate): Reliance => [gate.axis, armOf(gate)]),
    ...arms.map(({ axis, formula }): Reliance => [axis, nounOf(formula)]),
  ]
  // a gate's context is its core; the context of two is one
  const inOne = [...at(CONTEXT, one)]
  const inTwo = [...at(CONTEXT, two), ...at(peg(CONTEXT, 3), one)]
  return gates.map((gate) => jetOf(gate, gate.core === 'one' ? inOne : inTwo))
}

const FORMULA = 2
const SAMPLE = 6
const CONTEXT = 7

const at = (axis: number | bigint, parts: readonly Reliance[]): readonly Reliance[] =>
  parts.map(([inner, code]) => [peg(axis, inner), code])

const jetOf = (gate: Gate, library: readonly Reliance[]): DefinedJet => {
  const { name, run, samples } = gate
  const formula = nounOf(gate.formula)
  const self: Reliance = [FORMULA, formula]
  const found = codeRun(formula, [self, ...library])
  const relies = found._tag === 'Right' ? found.right : []
  const stands = standsOn([self, ...relies.filter(([axis]) => axis !== FORMULA)])
  return sure(
    defineJet({
      name: `hoon/${name}`,
      formula,
      relies,
      run: (subject) => {
        if (!isCell(subject) || !isCell(subject.tail)) return undefined
        const product = run(subject.tail.head)
        if (product === NEVER) throw noValue(subject, formula)
        return product
      },
      resume: (subject) => {
        if (!isCell(subject) || !isCell(subject.tail) || !stands(subject)) return undefined
        const later = gate.later?.(subject.tail.head)
        if (later === undefined) return undefined
        const then = cell(formula, later.sample, subject.tail.tail)
        return {
          subject: later.counter === undefined ? then : cell(later.counter, then),
          formula: part(later.axis, formula)!,
        }
      },
      subjects: (draw) => {
        const { fc } = draw
        const gateWith = (sample: Noun, code: readonly Reliance[]): Noun =>
          nounWith([self, [SAMPLE, sample], ...code.filter(([axis]) => axis !== FORMULA)])
        const rightly = samples(draw).map((sample) => gateWith(sample, relies))
        if (relies.length === 0) return rightly
        // a gate that looks like it, but has other code somewhere
        const wrongly = fc
          .tuple(samples(draw), fc.nat(relies.length - 1), fc.nat(library.length - 1))
          .map(([sample, i, j]) => gateWith(sample, relies.with(i, [relies[i]![0], library[j]![1]])))
        return fc.oneof({ weight: 9, arbitrary: rightly }, { weight: 1, arbitrary: wrongly })
      },
    }),
  )
}

/** The arm that makes the gate. */
const armOf = ({ name, sample, formula }: Gate): Cell =>
  cell(
    7,
    cell(8, nounOf(sample), cell(1, nounOf(formula)), 0, 1),
    nounOf(`[11 [%fast 1 %${name} [0 7] 0] 0 1]`),
  )

/** The noun of a text of this package. */
const nounOf = (text: string): Noun => {
  const parsed = parseNoun(text)
  if (parsed._tag === 'Left') throw new Error(`${parsed.left.message}: ${text}`)
  return parsed.right
}
