import { type Atom, type Noun, atom, axis as at, printNoun } from '../../../nock/index.js'
import { layout } from '../../../nock/tree/layout.js'
import { partsOf } from '../../../nock/tree/part.js'
import { byId, element } from './element.js'
import { drawing } from './tree-drawing.js'

/** How much larger or smaller each press makes a tree, and how far that goes. */
const ZOOM = 1.25
const SMALLEST = 0.25
const LARGEST = 4

/**
 * A noun as a tree. Pressing a node tells its axis; one node is in the tab order, and from there the arrows lead up, to the
 * head and to the tail.
 */
export class TreePanel {
  readonly #title: HTMLElement
  readonly #told: HTMLElement
  readonly #view: HTMLElement
  #noun: Noun | undefined
  #cords: ReadonlySet<Atom> = new Set()
  #nodes: readonly SVGGElement[] = []
  #zoom = 1
  #width = 0
  #height = 0

  constructor(id: string, title: string) {
    this.#title = element('h2', {}, title)
    this.#told = element('p', { role: 'status', class: 'told' })
    this.#view = element('div', { class: 'view' })
    const button = (text: string, label: string, act: () => void): HTMLElement => {
      const made = element(
        'button',
        { type: 'button', class: 'small', 'aria-label': `${label}: the ${title} tree` },
        text,
      )
      made.addEventListener('click', act)
      return made
    }
    const zoom = element(
      'div',
      { class: 'row end' },
      button('−', 'Smaller', () => this.#scale(this.#zoom / ZOOM)),
      button('+', 'Larger', () => this.#scale(this.#zoom * ZOOM)),
      button('Fit', 'Fit', () => this.#scale(this.#fit())),
    )
    byId(id).append(element('div', { class: 'row' }, this.#title, zoom), this.#view, this.#told)
    this.#view.addEventListener('click', ({ target }) => this.#choose(nodeAt(target)))
    this.#view.addEventListener('keydown', (event) => this.#key(event))
  }

  set title(title: string) {
    this.#title.textContent = title
  }

  /** Shows a noun; nothing, if there is none to be drawn. */
  show(noun: Noun | undefined, title: string, cords: ReadonlySet<Atom>): void {
    this.title = title
    this.#noun = noun
    this.#cords = cords
    this.#tell(undefined)
    if (noun === undefined) {
      this.#nodes = []
      return this.#view.replaceChildren()
    }
    const focused = nodeAt(document.activeElement)
    const axis = focused !== undefined && this.#nodes.includes(focused) ? focused.dataset['axis'] : undefined
    const placed = layout(partsOf(noun, { cords }))
    const { svg, nodes } = drawing(placed, (axis) => this.#words(axis))
    this.#nodes = nodes
    this.#width = placed.width
    this.#height = placed.height
    this.#view.replaceChildren(svg)
    this.#scale(this.#fit())
    if (axis !== undefined) this.#choose(this.#at(BigInt(axis)))
  }

  /** Lights the part at an axis; none, if it is undefined. */
  light(part: Atom | undefined, isWrong = false): void {
    const axis = part === undefined ? undefined : this.#drawn(part)
    for (const node of this.#nodes) {
      const isLit = axis !== undefined && isWithin(node.dataset['axis']!, axis)
      node.classList.toggle('lit', isLit && !isWrong)
      node.classList.toggle('wrong', isLit && isWrong)
      if (node.dataset['axis'] === String(axis)) this.#reveal(node)
    }
  }

  /** An axis; or, where nothing is drawn there, that of the `…` that stands for it. */
  #drawn(part: Atom): bigint {
    const axes = new Set(this.#nodes.map(({ dataset }) => dataset['axis']))
    let axis = BigInt(part)
    while (axis > 1n && !axes.has(String(axis))) axis >>= 1n
    return axis
  }

  /** Brings a node to where it is seen, without moving the page. */
  #reveal(node: SVGGElement): void {
    const [view, there] = [this.#view.getBoundingClientRect(), node.getBoundingClientRect()]
    if (there.left < view.left || there.right > view.right)
      this.#view.scrollLeft += (there.left + there.right - view.left - view.right) / 2
    if (there.top < view.top || there.bottom > view.bottom)
      this.#view.scrollTop += (there.top + there.bottom - view.top - view.bottom) / 2
  }

  /** Says what a node is; it is the one in the tab order then. */
  #choose(node: SVGGElement | undefined): void {
    if (node === undefined) return
    for (const other of this.#nodes) other.setAttribute('tabindex', other === node ? '0' : '-1')
    node.focus()
    this.#tell(node)
  }

  #tell(node: SVGGElement | undefined): void {
    for (const other of this.#nodes) other.classList.toggle('chosen', other === node)
    const axis = node?.dataset['axis']
    this.#told.replaceChildren(
      ...(axis === undefined
        ? []
        : [`${this.#words(axis)}; rule 0 takes it: `, element('code', {}, `[0 ${axis}]`)]),
    )
  }

  #at(axis: bigint): SVGGElement | undefined {
    return this.#nodes.find(({ dataset }) => dataset['axis'] === String(axis))
  }

  #words(axis: string): string {
    const part = this.#noun === undefined ? undefined : at(atom(BigInt(axis)), this.#noun)
    return `axis ${axis}: ${part === undefined ? '' : printNoun(part, { cords: this.#cords, limit: 40 })}`
  }

  #key(event: KeyboardEvent): void {
    const node = nodeAt(event.target)
    if (node === undefined) return
    const axis = BigInt(node.dataset['axis']!)
    const to = {
      ArrowUp: axis >> 1n,
      ArrowLeft: 2n * axis,
      ArrowDown: 2n * axis,
      ArrowRight: 2n * axis + 1n,
      Enter: axis,
      ' ': axis,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    this.#choose(this.#at(to))
  }

  /** So that all of it is there to see, but no larger than it is. */
  #fit(): number {
    const { clientWidth, clientHeight } = this.#view
    return Math.max(0.75, Math.min(1, clientWidth / this.#width, clientHeight / this.#height))
  }

  #scale(zoom: number): void {
    this.#zoom = Math.min(LARGEST, Math.max(SMALLEST, zoom))
    const svg = this.#view.querySelector('svg')
    svg?.setAttribute('width', String(this.#width * this.#zoom))
    svg?.setAttribute('height', String(this.#height * this.#zoom))
  }
}

const nodeAt = (target: EventTarget | null): SVGGElement | undefined =>
  (target instanceof Element ? target.closest<SVGGElement>('[data-axis]') : undefined) ?? undefined

/** Whether what is at an axis is a part, or in it. */
const isWithin = (axis: string, part: bigint): boolean =>
  BigInt(axis).toString(2).startsWith(part.toString(2))
