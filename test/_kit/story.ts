import { expect } from 'vitest'
import { type Cell, type Noun, cord, printNoun } from '../../nock/index.js'
import { decider } from '../../runtime/supervision/decide.js'
import { type Policy, readPolicy } from '../../runtime/supervision/policy.js'
import { type Service, down } from '../../runtime/supervision/service.js'
import { type Event, type Life, hasLeft, step } from '../../runtime/supervision/step.js'
import { formulaOf } from './book.js'
import { nounOf } from './text.js'

/** The policy of a noun that is one. */
export const policyOf = (noun: Noun): Policy => {
  const policy = readPolicy(noun)
  if (policy._tag === 'Left') throw new Error(policy.left)
  return policy.right
}

export const sv = policyOf(formulaOf('sv'))
export const throttled = policyOf(formulaOf('throttled'))
export const tree = policyOf(formulaOf('tree'))
export const runit = policyOf(formulaOf('runit'))

export const DOWN = down(cord('web'))
export const UP: Service = { name: cord('web'), state: 1, pid: 7 }

export const decide = decider()

/**
 * What happens, and how the world answers what is asked in consequence: in order, `later` for what it leaves open.
 * `look` and the letters are themselves; `-> 0` is the answer to what was left open last, `late -> 0` one to what was
 * left open first.
 */
export type Line = readonly [event: string, ...answers: (number | 'later')[]]

export const show = (noun: Noun): string => printNoun(noun, { cords: true })

const state = ({ state, pid }: Service): string => (state === 1 ? `up ${pid}` : 'down')

/** Plays a story, and tells it: what each event made the policy ask and decide. */
export const tell = (policy: Policy, from: Life, lines: readonly Line[]): string[] => {
  let life = from
  const open: Cell[] = []
  return lines.map(([name, ...answers]) => {
    const told: string[] = []
    const put = (request: Cell): Noun | undefined => {
      const answer = answers.shift()
      if (answer === undefined) throw new Error(`${name}: nobody answers ${show(request)}`)
      told.push(`${show(request)} ${answer}`)
      if (answer !== 'later') return answer
      open.push(request)
      return undefined
    }
    const [which, answer] = name.split('-> ')
    const event: Event =
      answer !== undefined
        ? { _tag: 'Answer', request: which === 'late ' ? open[0]! : open.at(-1)!, answer: nounOf(answer) }
        : name === 'look'
          ? { _tag: 'Look' }
          : { _tag: 'Letter', letter: name }
    const { life: next, decisions } = step(policy, decide, life, event, put)
    for (const { event, before, after, failure } of decisions) {
      told.push(`${event}: ${state(before)}, ${failure === undefined ? state(after) : 'failed'}`)
    }
    expect(answers).toEqual([])
    life = next
    return `${name} | ${told.join(' | ')}${hasLeft(life) ? ' | left' : ''}`
  })
}
