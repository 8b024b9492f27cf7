import { type Atom, type Noun, cue } from '../../../nock/index.js'
import { cordsIn } from './cords.js'
import { type Line, type Sent } from './messages.js'
import { sent } from './send.js'
import { formulaTexts } from './texts.js'
import { TreePanel } from './tree.js'

/** What is in the editor: the texts, and the nouns if they are any. */
export interface Edited {
  readonly texts: readonly string[]
  readonly subject: Noun | undefined
  readonly formula: Noun | undefined
}

/** The three trees: of the subject, the formula, and the product. The first two follow the steps. */
export class Trees {
  readonly #subject = new TreePanel('subject-tree', 'subject')
  readonly #formula = new TreePanel('formula-tree', 'formula')
  readonly #product = new TreePanel('product-tree', 'product')
  #cords: ReadonlySet<Atom> = new Set()
  /** The subject that is shown. */
  #shown: Sent

  begin({ texts, subject, formula }: Edited): void {
    this.#cords = cordsIn([...texts, ...formulaTexts])
    this.#shown = sent(subject)
    this.#subject.show(subject, 'Subject', this.#cords)
    this.#formula.show(formula, 'Formula', this.#cords)
    this.#product.show(undefined, 'Product', this.#cords)
  }

  product(noun: Sent): void {
    this.#product.show(nounOf(noun), 'Product', this.#cords)
  }

  /** What a step touches. */
  step(line: Line | undefined): void {
    if (line === undefined) return
    const { n, is, subject, part, formula } = line
    if (subject !== this.#shown || subject === undefined) {
      this.#subject.show(nounOf(subject), '', this.#cords)
      this.#shown = subject
    }
    this.#subject.title = is === 'product' ? 'Product' : `Subject of step ${n}`
    this.#subject.light(part, is === 'crash')
    this.#formula.light(formula, is === 'crash')
  }
}

const nounOf = (sent: Sent): Noun | undefined => {
  const noun = sent === undefined ? undefined : cue(sent)
  return noun?._tag === 'Right' ? noun.right : undefined
}
