import { byId, element } from './element.js'
import { type Line } from './messages.js'

/**
 * The steps around the one that is looked at, a line each. Pointing at a line shows its parts in the trees; pressing it
 * goes there. One of them is in the tab order: from there, up and down.
 */
export class StepList {
  readonly #list = byId('near')
  readonly #go: (n: number) => void
  readonly #shown: (line: Line) => void
  #current: Line | undefined

  constructor(go: (n: number) => void, shown: (line: Line) => void) {
    this.#go = go
    this.#shown = shown
    this.#list.addEventListener('mouseleave', () => this.#current && this.#shown(this.#current))
    this.#list.addEventListener('keydown', (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (by === undefined || this.#current === undefined) return
      event.preventDefault()
      go(this.#current.n + by)
    })
  }

  show(lines: readonly Line[], at: number): void {
    const hadFocus = this.#list.contains(document.activeElement)
    this.#current = lines.find(({ n }) => n === at)
    this.#list.replaceChildren(...lines.map((line) => this.#item(line, line.n === at)))
    if (hadFocus) this.#list.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }

  #item(line: Line, isCurrent: boolean): HTMLElement {
    const button = element(
      'button',
      { type: 'button', tabindex: isCurrent ? '0' : '-1', ...(isCurrent && { 'aria-current': 'step' }) },
      element('span', { class: 'n' }, String(line.n)),
      element('code', {}, line.text),
      element('code', { class: 'rule' }, line.rule.split(/ {2,}/)[0]!),
    )
    if (line.is !== 'reduction') button.classList.add(line.is)
    button.addEventListener('click', () => this.#go(line.n))
    button.addEventListener('mouseenter', () => this.#shown(line))
    button.addEventListener('focus', () => this.#shown(line))
    return element('li', {}, button)
  }
}
