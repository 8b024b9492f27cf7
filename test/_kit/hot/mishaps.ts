import { type Noun, atom, cell } from '../../../nock/noun.js'
import { doubled } from '../nouns.js'
import { noun } from '../programs.js'
import { type Choices } from './choices.js'
import { expression } from './expressions.js'
import { type Kind, type Scene } from './scene.js'

/** A formula for something that is not of the kind, or not as it was so far: no crash yet. */
export const stranger = (c: Choices, scene: Scene, kind: Kind): Noun => {
  switch (kind) {
    case 'atom':
      return c.way(
        [2, () => cell(1, 0, 0)],
        [2, () => cell(1, atom(2n ** BigInt(c.of([31, 32, 53, 64])) - BigInt(c.below(4))))],
        [1, () => cell(0, 1)],
        [1, () => expression(c, scene, 'noun', 1)],
      )
    case 'loobean':
      return c.way([1, () => cell(1, 2)], [1, () => cell(1, 0, 0)], [1, () => cell(1, 2n ** 64n)])
    case 'gate':
      return c.way(
        [2, () => cell(1, noun('[[4 0 6] 0 0]'))],
        [1, () => cell(1, noun('[[0 6] 0 [7 7]]'))],
        [1, () => cell(1, noun('[[[0 6] 0 6] 0 0]'))],
        [1, () => cell(1, noun('[[0 14] 0 0]'))],
        [1, () => cell(1, noun('[0 0 0]'))],
        [1, () => cell(1, 0)],
      )
    case 'battery':
      return c.way(
        [2, () => cell(1, 0)],
        [1, () => cell(1, noun('[[0 6] [0 7] 0 2]'))],
        [1, () => cell(1, noun('[[1 7] [1 8] 1 9]'))],
      )
    case 'list':
    case 'noun':
      return c.way(
        [2, () => cell(1, c.below(3))],
        [2, () => cell(0, 1)],
        [2, () => expression(c, scene, 'noun', 1)],
      )
  }
}

/** A formula that has no value, or does more than is good for it. */
export const mishap = (c: Choices, scene: Scene): Noun =>
  c.way(
    [3, () => CRASHES[c.below(CRASHES.length)]!],
    [1, () => cell(4, expression(c, scene, 'noun', 1))],
    [1, () => cell(6, expression(c, scene, 'atom', 1), cell(1, 0), 1, 1)],
    [1, () => cell(0, atom(2n ** BigInt(3 + c.below(66)) + BigInt(c.below(9))))],
    [1, () => cell(2, cell(0, 1), expression(c, scene, 'noun', 1))],
    [1, () => cell(9, atom(2n + BigInt(c.below(30))), expression(c, scene, 'noun', 1))],
    [1, () => cell(10, cell(c.below(30), expression(c, scene, 'noun', 1)), expression(c, scene, 'noun', 1))],
    [1, () => cell(11, cell(c.below(9), CRASHES[c.below(CRASHES.length)]!), 0, 1)],
    // so many cells that the code goes into several pieces
    [1, () => doubled(10, expression(c, scene, 'atom', 1))],
  )

/** Each way to crash, on any subject. */
const CRASHES: readonly Noun[] = [
  '[0 0]',
  '[7 [1 5] 0 2]',
  '[7 [1 5] 0 7]',
  '[4 1 0 0]',
  '[4 0 1]',
  '[6 [1 2] [1 0] 1 0]',
  '[6 [1 0 0] [1 0] 1 0]',
  '[2 [0 1] 1 5]',
  '[2 [0 1] 1 12 0]',
  '[9 2 1 5]',
  '[9 2 1 5 5]',
  '[9 0 0 1]',
  '[9 5 1 [1 0] 5]',
  '[10 [2 0 1] 1 5]',
  '[10 [0 0 1] 0 1]',
  '[10 [2 0 0] 1 5]',
  '[10 [2 1 5] 0 0]',
  '[11 [1 0 0] 0 1]',
  '[11 1 0 0]',
  '[5 [0 0] 4 1 0 0]',
  '[3 0 0]',
  '[[4 1 0 0] 0 0]',
  '[8 [0 0] 0 1]',
  '[8 [1 0] 0 4]',
  '[0 1 1]',
  '[5 0]',
  '[6 [0 1] 0]',
  '[12 0 1]',
  '[10 2 0 1]',
  '[11 5]',
  '[4294967296 0 1]',
].map(noun)
