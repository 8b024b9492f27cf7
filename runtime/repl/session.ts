import {
  type Crash,
  type Either,
  type Noun,
  type ParseOptions,
  describeCrash,
  explanationLines,
  partsOf,
  printNoun,
  treeText,
} from '../../nock/index.js'
import { everyJet, NOBODY } from '../../jets/index.js'
import { explainedFormula } from '../explain/formula.js'
import { type Book } from '../formulas/index.js'
import { PLAIN } from '../step/lines.js'
import { toldText } from '../step/list.js'
import { Steps } from '../step/steps.js'
import { tell } from '../step/told.js'
import { type Unfinished } from './evaluation.js'
import { COMMANDS, type CommandName, type Line, readLine } from './line.js'

/** What a line came to. */
export interface Said {
  readonly ok: boolean
  /** Lines without a newline at the end; empty where there is nothing to say. */
  readonly text: string
  readonly quits?: boolean
}

/** Evaluates, unless it comes to no end. */
export type Evaluate = (
  subject: Noun,
  formula: Noun,
  jets: boolean,
) => Promise<Either<Crash, Noun> | Unfinished>

const SHOWN = 4_000
const STEPS = 8
/** A step farther on is not gone to: Ctrl-C would not be heard on the way. */
const FARTHEST = 1_000_000

const ok = (text: string): Said => ({ ok: true, text })
const wrong = (text: string): Said => ({ ok: false, text })

/** What a learner has at hand: a subject, variables, and what was evaluated last. */
export class Session {
  readonly #book: Book
  readonly #evaluate: Evaluate
  readonly #variables = new Map<string, Noun>()
  #subject: Noun = 0
  #jets = true
  #last: { readonly subject: Noun; readonly formula: Noun } | undefined
  #product: Noun | undefined

  constructor(book: Book, evaluate: Evaluate) {
    this.#book = book
    this.#evaluate = evaluate
  }

  /** Words that can be written: names of formulas and variables. */
  get words(): readonly string[] {
    return [...this.#variables.keys(), ...this.#book.names]
  }

  async hear(text: string): Promise<Said> {
    const line = readLine(text, this.#names())
    return line._tag === 'Left' ? wrong(line.left) : this.#act(line.right)
  }

  #names(): ParseOptions {
    return { names: (name) => this.#variables.get(name) ?? this.#book.get(name), known: this.words }
  }

  #act(line: Line): Said | Promise<Said> {
    switch (line.is) {
      case 'nothing':
        return ok('')
      case 'formula':
        return this.#run(this.#subject, line.formula, line.name)
      case 'evaluate':
        return this.#run(line.subject, line.formula, line.name)
      case 'define':
        this.#variables.set(line.name, line.noun)
        return ok(`${line.name} is ${show(line.noun)}`)
      case 'command':
        return this.#command(line.command, line.text)
    }
  }

  async #run(subject: Noun, formula: Noun, name: string | undefined): Promise<Said> {
    this.#last = { subject, formula }
    const done = await this.#evaluate(subject, formula, this.#jets)
    if (typeof done === 'string') return wrong(done)
    if (done._tag === 'Left') return wrong(describeCrash(done.left, formula))
    this.#product = done.right
    if (name === undefined) return ok(show(done.right))
    this.#variables.set(name, done.right)
    return ok(`${name} is ${show(done.right)}`)
  }

  #command(command: CommandName, text: string): Said {
    switch (command) {
      case 'quit':
        return { ...ok(''), quits: true }
      case 'help':
        return ok(HELP)
      case 'vars':
        return ok([...this.#variables].map(([name, noun]) => `${name} = ${show(noun)}`).join('\n'))
      case 'jets':
        return this.#jetsCommand(text)
      case 'subject':
        if (text !== '') return this.#with(text, undefined, '', (noun) => show((this.#subject = noun)))
        return ok(show(this.#subject))
      case 'noun':
        return this.#with(text, this.#product, 'a noun: :noun [1 2]', show)
      case 'tree':
        return this.#with(text, this.#product, 'a noun: :tree [1 2]', (noun) => treeText(partsOf(noun)))
      case 'explain':
        return this.#with(text, this.#last?.formula, 'a formula: :explain [4 0 1]', (formula) =>
          explanationLines(explainedFormula(formula, this.#book).explanation).join('\n'),
        )
      case 'step':
        return this.#steps(text)
    }
  }

  /** Says something of a noun that is written, or of one that is there else. */
  #with(text: string, otherwise: Noun | undefined, lacking: string, say: (noun: Noun) => string): Said {
    if (text === '') return otherwise === undefined ? wrong(lacking) : ok(say(otherwise))
    const line = readLine(text, this.#names())
    if (line._tag === 'Left') return wrong(line.left)
    return line.right.is === 'formula' ? ok(say(line.right.formula)) : wrong('a noun is wanted here')
  }

  #jetsCommand(text: string): Said {
    if (text === 'on' || text === 'off') {
      this.#jets = text === 'on'
      return ok(`jets are ${text}`)
    }
    if (text !== '') return wrong(':jets, :jets on or :jets off')
    const jets = everyJet(NOBODY)
    const named = this.#book.names.filter((name) => {
      const noun = this.#book.get(name)!
      return typeof noun === 'object' && jets.find(noun) !== undefined
    })
    return ok(
      `jets are ${this.#jets ? 'on' : 'off'}; those that compute are used: add dec lth mul sub\nformulas with a jet: ${named.join(' ')}`,
    )
  }

  #steps(text: string): Said {
    if (this.#last === undefined) return wrong('nothing was evaluated yet')
    if (!/^\d{0,9}$/.test(text)) return wrong('the number of a step: :step 40')
    if (Number(text) > FARTHEST) return wrong(':step goes up to 1000000')
    const { subject, formula } = this.#last
    const steps = new Steps(subject, formula)
    const from = steps.within(Number(text), false)
    const lines: string[] = []
    for (let n = from; n < from + STEPS; n++) {
      const step = steps.at(n, false)
      if (step === undefined) return ok(lines.join('\n'))
      lines.push(toldText(tell(n, step, { isExpanded: false, formula, cords: false, limit: 80 }), PLAIN))
    }
    return ok([...lines, `(:step ${from + STEPS} goes on)`].join('\n'))
  }
}

const show = (noun: Noun): string => printNoun(noun, { limit: SHOWN })

const HELP = [
  'FORMULA                   evaluated on the subject: [4 0 1]',
  '.*(SUBJECT FORMULA)       evaluated on that one, as Urbit writes it; also *[SUBJECT FORMULA]',
  'NAME = NOUN               a variable; NAME = .*(…) for a product',
  ...Object.entries(COMMANDS).map(([name, does]) => `:${name.padEnd(25)}${does}`),
  'An open bracket goes on in the next line. Ctrl-C stops what does not end.',
].join('\n')
