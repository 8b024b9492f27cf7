import { fc } from '@fast-check/vitest'
import { type Noun, atom, cell } from '../../../nock/noun.js'
import { subjects } from '../subjects.js'
import { Choices, SPAN } from './choices.js'
import { type Core, core, run } from './cores.js'
import { type Kind, type Scene, part } from './scene.js'

/** A subject and a formula that loops on it, often enough that it pays to translate it. */
export const loopOn = (c: Choices, subject: Noun): readonly [Noun, Noun] => {
  const whole: Scene = { places: [{ axis: 1n, kind: 'noun' }], core: undefined }
  const turns = c.of(TURNS)
  const made = core(c, c.of(PRODUCTS), turns, whole)
  const context = made.context.reduceRight<Noun>((rest, each) => cell(each, rest), subject)
  const there = cell(made.battery, made.sample, context)
  const arm = atom(made.arm)
  return c.way<readonly [Noun, Noun]>(
    [8, () => [subject, run(c, made, cell(0, 1))]],
    // the core is the subject, so nothing is known of its battery
    [3, () => [there, cell(9, arm, 0, 1)]],
    [1, () => [there, cell(2, cell(0, 1), part(made.arm))]],
    [1, () => [there, cell(9, arm, 10, cell(6, 1, made.other()), 0, 1)]],
    // twice, on samples that differ
    [2, () => [there, cell(cell(9, arm, 0, 1), 9, arm, 10, cell(6, 1, made.other()), 0, 1)]],
    [1, () => [there, cell(cell(9, arm, 10, cell(6, 1, made.other()), 0, 1), 9, arm, 0, 1)]],
    // a loop in each turn of a loop
    [3, () => [subject, nested(c, turns)]],
  )
}

const TURNS = [3, 1, 8, 20, 40, 15, 70, 30, 150, 12, 350, 60, 20, 1100] as const
const PRODUCTS: readonly Kind[] = ['atom', 'noun', 'atom', 'list', 'loobean']

/** A loop whose turns each run another one, of a core that it makes or has in its context. */
const nested = (c: Choices, turns: number): Noun => {
  const outer = Math.min(turns, c.of([3, 10, 30, 60]))
  const inner: Core = core(c, 'atom', Math.min(24, Math.ceil(300 / outer)), {
    places: [{ axis: 1n, kind: 'noun' }],
    core: undefined,
  })
  const body = run(c, inner, cell(0, 1))
  // [9 2 [1 battery] [0 0] 0 1]: the counter at 12, the sum at 13
  const next = c.of([
    cell(cell(4, 0, 12), body),
    cell(cell(4, 0, 12), body, 0, 13),
    cell(cell(4, 0, 12), 8, body, 0, 2),
    cell(cell(4, 0, 12), 6, cell(5, body, 0, 13), cell(1, 0), 0, 13),
  ])
  const on = c.of([
    cell(9, 2, cell(0, 2), next, 0, 7),
    cell(7, cell(cell(0, 2), next, 0, 7), 9, 2, 0, 1),
    cell(body, 9, 2, cell(0, 2), next, 0, 7),
    cell(9, 2, 10, cell(12, 4, 0, 12), 10, cell(13, body), 0, 1),
  ])
  return cell(9, 2, cell(1, 6, cell(5, cell(0, 12), 1, outer), cell(0, 13), on), cell(1, 0, 0), 0, 1)
}

/** What such programs are made of. */
export const loopsOn: fc.Arbitrary<readonly [Noun, Noun]> = fc
  .tuple(subjects, fc.noBias(fc.array(fc.nat(SPAN - 1), { minLength: 200, maxLength: 200 })))
  .map(([subject, numbers]) => loopOn(new Choices(numbers), subject))
