import { type Noun, cell, definitionLine } from '../../../nock/index.js'
import { byId, element } from './element.js'

/** A formula by each line of the definition, in its order. */
const FORMULAS: readonly Noun[] = [
  cell(cell(0, 1), 0, 1),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((rule) => cell(rule, 0)),
  cell(11, cell(1, 0), 0),
  cell(11, 0, 0),
]

/** The rules, as the definition has them, and which one is at work. */
export class Rules {
  readonly #lines = new Map<string, HTMLElement>()

  constructor() {
    for (const formula of FORMULAS) {
      const line = definitionLine(formula)
      const [, left, right] = /^(.*?) {2,}(.*)$/.exec(line)!
      this.#lines.set(line, element('li', {}, element('code', {}, left!), element('code', {}, right!)))
    }
    byId('rules').append(...this.#lines.values())
  }

  /** Marks a line; none, if it is none of these. */
  show(line: string | undefined): void {
    for (const [known, item] of this.#lines) {
      if (known === line) item.setAttribute('aria-current', 'true')
      else item.removeAttribute('aria-current')
    }
  }
}
