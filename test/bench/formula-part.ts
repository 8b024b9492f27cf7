import { type Noun, equal, nock, reference } from '../../nock/index.js'
import { type FormulaRow } from './formula-rows.js'
import { type Naive, type NaiveNoun, isSame, loadNaive, toNaive } from './naive.js'
import { productOf } from './product.js'
import { race } from './race.js'
import { type Growth, type Part, type Row, cpuOf } from './result.js'
import { type ScaleName, SCALES } from './scale.js'
import { exponent } from './statistics.js'

/** A budget that nothing uses up; but where there is one, every turn of a loop is taken and charged. */
const ALL = { steps: Number.MAX_SAFE_INTEGER }

/** Measures a formula, without jets: at each of its sizes, beside the reference, and as it grows. */
export const measureFormula = async (row: FormulaRow, scale: ScaleName): Promise<Part> => {
  const naive = await loadNaive()
  const rows = row.sizes[scale].map((size) => atSize(row, size, scale, naive))
  return { rows: [...rows, besideReference(row, scale)], growth: [growthOf(row, scale)], memory: [] }
}

const atSize = (row: FormulaRow, size: string, scale: ScaleName, naive: Naive): Row => {
  const { formula, text } = row.program
  const subject = row.subject(size)
  const naiveFormula = naive.parse(text)
  const naiveSubject = toNaive(naive, subject)
  const product = productOf(nock(subject, formula))
  const check = (theirs: unknown) => same(equal(product, theirs as Noun), row.name, size)
  const by = race(
    [
      { name: 'runock', prepare: () => () => productOf(nock(subject, formula)) },
      { name: 'every turn', prepare: () => () => productOf(nock(subject, formula, { budget: ALL })), check },
      { name: 'by hand', prepare: () => () => row.byHand(subject, size), check },
      {
        name: 'naive',
        prepare: () => () => naive.run(naiveSubject, naiveFormula),
        check: (theirs) => same(isSame(product, theirs as NaiveNoun), row.name, size),
      },
    ],
    SCALES[scale],
  )
  return { group: 'formulas', name: row.name, size, by }
}

/** The reference is too slow for the sizes above, so both are measured at a smaller one. */
const besideReference = (row: FormulaRow, scale: ScaleName): Row => {
  const { formula } = row.program
  const size = row.reference[scale]
  const subject = row.subject(size)
  const product = row.byHand(subject, size)
  const check = (theirs: unknown) => same(equal(product, theirs as Noun), row.name, size)
  const by = race(
    [
      { name: 'runock', prepare: () => () => productOf(nock(subject, formula)), check },
      { name: 'reference', prepare: () => () => productOf(reference(subject, formula)), check },
    ],
    SCALES[scale],
  )
  return { group: 'reference', name: row.name, size, by }
}

const same = (is: boolean, name: string, size: string): void => {
  if (!is) throw new Error(`${name} ${size}: the products differ`)
}

const growthOf = (row: FormulaRow, scale: ScaleName): Growth => {
  const { formula } = row.program
  const sizes = row.growth[scale]
  const subjects = sizes.map(row.subject)
  const by = race(
    sizes.map((name, i) => ({ name, prepare: () => () => productOf(nock(subjects[i]!, formula)) })),
    SCALES[scale],
  )
  const points = sizes.map((size, i) => ({
    size,
    work: row.per === 'item' ? Number(size) : reductions(subjects[i]!, formula),
    cpu: cpuOf(by, size)!,
  }))
  return {
    name: row.name,
    per: row.per,
    points,
    exponent: exponent(points.map(({ work, cpu }) => [work, cpu])),
  }
}

const reductions = (subject: Noun, formula: Noun): number => {
  let begun = 0
  const watch = { begin: () => begun++, end: () => {} }
  productOf(reference(subject, formula, { watch }))
  return begun
}
