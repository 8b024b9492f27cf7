import { byId, element } from './element.js'
import { type Product, type Sent } from './messages.js'
import { Thread } from './thread.js'

/** What takes less than this shows no button to stop it. */
const PATIENCE = 150

/** The product or the crash, which a worker finds; and a button that stops it. */
export class ProductPanel {
  readonly #output = byId('product')
  readonly #stop = byId<HTMLButtonElement>('stop')
  readonly #found: (noun: Sent) => void
  readonly #thread = new Thread((message) => this.#show(`It broke off: ${message}`, 'crash'))
  #isRunning = false
  #timer = 0

  /** @param found is told the product */
  constructor(found: (noun: Sent) => void) {
    this.#found = found
    this.#stop.addEventListener('click', () => {
      this.#thread.stop()
      this.#show('Stopped.', 'quiet')
    })
  }

  /** Evaluates a formula on a subject; whatever was being evaluated is ended. */
  run(subject: string, formula: string): void {
    this.#end()
    this.#isRunning = true
    this.#timer = window.setTimeout(() => {
      this.#output.textContent = 'Running …'
      this.#output.className = 'quiet'
      this.#stop.hidden = false
    }, PATIENCE)
    this.#thread.ask<Product>({ ask: 'product', subject, formula }, ({ text, noun, crash }) => {
      this.#show(text ?? crash ?? '', crash === undefined ? 'value' : 'crash')
      this.#wrapHint()
      if (text !== undefined) this.#found(noun)
    })
  }

  /** There is nothing to evaluate. */
  clear(): void {
    this.#end()
    this.#show('', 'quiet')
  }

  #end(): void {
    if (this.#isRunning) this.#thread.stop()
    window.clearTimeout(this.#timer)
  }

  /** The lines of a crash are as they are, with carets under places; the hint at their end is a sentence, and may wrap. */
  #wrapHint(): void {
    const [, lines, hint] = /^(.*)\n {2}hint +(.*)$/s.exec(this.#output.textContent) ?? []
    if (this.#output.className === 'crash' && hint !== undefined)
      this.#output.replaceChildren(lines!, element('p', {}, `Hint: ${hint}`))
  }

  #show(text: string, kind: 'value' | 'crash' | 'quiet'): void {
    window.clearTimeout(this.#timer)
    this.#isRunning = false
    this.#stop.hidden = true
    this.#output.textContent = text
    this.#output.className = kind
  }
}
