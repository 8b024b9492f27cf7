import { type Noun, cueBytes, isCell, jamBytes, mug, nock } from '../../nock/index.js'
import { BUILD, countdown } from '../_kit/programs.js'
import { heldBy } from './heap.js'
import { productOf } from './product.js'
import { type Held, type Part } from './result.js'
import { type ScaleName } from './scale.js'

/** Measures what lists hold on the heap, made in several ways. */
export const measureMemory = (scale: ScaleName): Part => {
  const size = scale === 'full' ? '1e6' : '1e5'
  const cells = Number(size)
  const jammed = jamBytes(countdown(cells))
  const held = (what: string, make: () => Noun): Held => ({ what, bytes: heldBy(make), cells })
  const memory = [
    held(`list ${size}`, () => countdown(cells)),
    held(`list ${size}, its mug known`, () => mugged(countdown(cells))),
    held(`list ${size}, cued`, () => productOfCue(jammed)),
    held(`list ${size}, by BUILD on the machine`, () => productOf(nock(cells, BUILD.formula))),
    held(`list ${size} of atoms of 40 bits`, () => raised(countdown(cells))),
  ]
  return { rows: [], growth: [], memory }
}

const mugged = (noun: Noun): Noun => {
  mug(noun)
  return noun
}

const productOfCue = (jammed: Uint8Array): Noun => {
  const cued = cueBytes(jammed)
  if (cued._tag === 'Left') throw new Error(cued.left.message)
  return cued.right
}

/** The list with 2^39 added to each item. */
const raised = (list: Noun): Noun => {
  for (let rest = list; isCell(rest); rest = rest.tail) rest.head = (rest.head as number) + 2 ** 39
  return list
}
