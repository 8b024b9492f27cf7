import { turns } from '../axis.js'
import { describeCrash } from '../describe.js'
import { type Atom, type Cell, type Noun, YES, isCell } from '../noun.js'
import { printNoun } from '../print.js'
import { type Redex } from './contract.js'
import { type Step } from './stepper.js'
import { type Term, isNoun } from './term.js'

/** How long a noun in a sentence gets. */
const SHOWN = 40

/**
 * What a step does, or why there is none, in one sentence.
 *
 * @param expanded whether the steps are those of the definition's own lines for rules 6, 9 and 11
 * @example
 * sentence(new Stepper(41, cell(4, 0, 1)).at(2)) === 'One is added: 41 + 1 is 42.'
 */
export const sentence = (step: Step, expanded = false): string => {
  switch (step.is) {
    case 'product':
      return 'Nothing is left to reduce: this is the product.'
    case 'crash':
      return `No line of the definition goes on from here. ${capital(describeCrash(step.crash).split('\n')[0]!)}.`
    case 'reduction':
      return sentenceOf(step.redex, step.contractum, expanded)
  }
}

const sentenceOf = ({ operator, of }: Redex, contractum: Term, expanded: boolean): string => {
  const gives = isNoun(contractum) ? show(contractum) : ''
  switch (operator) {
    case '*':
      return evaluation((of as Cell).tail as Cell, gives, expanded)
    case '/':
      return `${capital(wayTo((of as Cell).head as Atom))}: ${gives}.`
    case '?':
      return isCell(of)
        ? `${show(of)} is a cell: 0, which is yes.`
        : `${show(of)} is an atom: 1, which is no.`
    case '+':
      return `One is added: ${show(of)} + 1 is ${gives}.`
    case '=':
      return contractum === YES ? 'Both are the same noun: 0, yes.' : 'They are different nouns: 1, no.'
    case '#': {
      const [axis, value] = [(of as Cell).head as Atom, ((of as Cell).tail as Cell).head]
      return axis === 1
        ? `${show(value)} takes the place of the whole.`
        : `${show(value)} takes the place of the part at axis ${show(axis)} (${way(axis)}).`
    }
    case 'test':
      return (of as Cell).head === YES
        ? 'The test gave 0, yes: the first branch is evaluated, the other one never.'
        : 'The test gave 1, no: the second branch is evaluated, the other one never.'
    case 'call':
      return `The core is there: its part at axis ${show((of as Cell).tail)}, the arm, is evaluated with the core for its subject.`
    case 'hint':
      return `The hint gave ${show((of as Cell).head)}, which is dropped: a hint never changes the product.`
  }
}

/** `*[a f]`, by the rule of f. */
const evaluation = ({ head: rule, tail: rest }: Cell, gives: string, expanded: boolean): string => {
  if (isCell(rule)) return 'Two formulas side by side: both are evaluated, and the products make a cell.'
  switch (rule) {
    case 0:
      return expanded
        ? `Rule 0 takes a part of the subject: the one at axis ${show(rest)}.`
        : `Rule 0 takes a part of the subject, ${wayTo(rest as Atom)}: ${gives}.`
    case 1:
      return `Rule 1 gives what is written, whatever the subject: ${gives}.`
    case 2:
      return 'Rule 2 evaluates two formulas: the first makes a subject, the second a formula for it.'
    case 3:
      return 'Rule 3 asks of a product whether it is a cell.'
    case 4:
      return 'Rule 4 adds one to a product.'
    case 5:
      return 'Rule 5 asks of two products whether they are the same noun.'
    case 6:
      return expanded
        ? 'Rule 6, spelt out: the test, 0 or 1, is made 2 or 3 by two increments, then the axis of one of the two branches.'
        : 'Rule 6 evaluates a test first: 0, yes, chooses the first branch, and 1, no, the second.'
    case 7:
      return 'Rule 7 evaluates one formula after another: the product of the first is the subject of the second.'
    case 8:
      return 'Rule 8 puts a product in front of the subject: that is the subject of the second formula.'
    case 9:
      return expanded
        ? `Rule 9, spelt out: a core is made, and rule 2 evaluates its part at axis ${show((rest as Cell).head)} on it.`
        : `Rule 9 makes a core, to evaluate its part at axis ${show((rest as Cell).head)} on it.`
    case 10:
      return `Rule 10 makes two products: the first takes the place of the part of the second at axis ${show(((rest as Cell).head as Cell).head)}.`
    default:
      return isCell((rest as Cell).head)
        ? 'Rule 11 with a hint that is evaluated, too: its product is dropped.'
        : 'Rule 11: the hint says something to the interpreter, and nothing to the product.'
  }
}

const wayTo = (axis: Atom): string => (axis === 1 ? 'axis 1, the whole' : `axis ${show(axis)}, ${way(axis)}`)

/** So many turns are told one by one. */
const TURNS = 12

/** From the root to an axis above 1: `its tail's head`. */
const way = (axis: Atom): string => {
  const all = turns(axis)
  const sides = Array.from(all.slice(0, TURNS), (turn) => (turn === '1' ? 'tail' : 'head'))
  return `the ${sides.join("'s ")}${all.length > TURNS ? ' and so on' : ''}`
}

const show = (noun: Noun): string => printNoun(noun, { limit: SHOWN })

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
