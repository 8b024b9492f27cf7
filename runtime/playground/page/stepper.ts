import { type Piece } from '../../../nock/index.js'
import { byId, element } from './element.js'
import { type Counted, type Line, type Look, type Move, type Moved, type StepView } from './messages.js'
import { StepList } from './step-list.js'
import { Thread } from './thread.js'

/** What the stepper tells of. */
export interface Watching {
  /** Another step is looked at, or the steps are told otherwise. */
  readonly moved: () => void
  /** The step whose parts are to be shown in the trees: the one that is looked at or pointed to; none, if there is none. */
  readonly shown: (line: Line | undefined) => void
}

/** What takes less than this shows no button to stop it. */
const PATIENCE = 1000

/** A computation, one line of the definition at a time. */
export class StepperPanel {
  readonly #panel = byId('steps')
  readonly #slider = byId<HTMLInputElement>('slider')
  readonly #number = byId<HTMLInputElement>('step')
  readonly #expanded = byId<HTMLInputElement>('expanded')
  readonly #stop = byId<HTMLButtonElement>('stop-steps')
  readonly #watching: Watching
  readonly #list: StepList
  readonly #thread = new Thread((message) => this.#say(`It broke off: ${message}`))
  #texts: { readonly subject: string; readonly formula: string } | undefined
  #counted: Counted = { is: 'counted', steps: 0, ended: false }
  #at = 0
  /** The step that is gone to: while one is waited for, another may be wanted already. */
  #aim = 0
  #looks = false
  #waits = false
  #timer = 0

  constructor(watching: Watching) {
    this.#watching = watching
    this.#list = new StepList((n) => this.go(n), watching.shown)
    const press = (id: string, act: () => void) => byId(id).addEventListener('click', act)
    press('stop-steps', () => this.#begin(this.#at))
    press('first', () => this.go(0))
    press('back', () => this.go(this.#aim - 1))
    press('forth', () => this.go(this.#aim + 1))
    press('last', () => this.go(this.#counted.steps))
    for (const move of ['out', 'over', 'call'] as const) press(move, () => this.#move(move))
    this.#slider.addEventListener('input', () => this.go(Number(this.#slider.value)))
    this.#number.addEventListener('change', () => this.go(Number(this.#number.value)))
    this.#expanded.addEventListener('change', () => {
      this.#begin(0)
      watching.moved()
    })
    this.#panel.addEventListener('keydown', (event) => this.#key(event))
  }

  /** The step that is looked at. */
  get at(): number {
    return this.#at
  }

  get expanded(): boolean {
    return this.#expanded.checked
  }

  /** Begins the steps of a computation, at one of them. */
  begin(subject: string, formula: string, at: number, expanded: boolean): void {
    this.#texts = { subject, formula }
    this.#expanded.checked = expanded
    this.#begin(at)
  }

  /** There is nothing to step through. */
  clear(): void {
    this.#thread.stop()
    this.#answered()
    this.#texts = undefined
    this.#panel.dataset['empty'] = ''
    this.#watching.shown(undefined)
  }

  /** Looks at a step; at the last one if that comes first. */
  go(n: number): void {
    if (this.#texts === undefined || !Number.isSafeInteger(n) || n < 0) return
    this.#aim = n
    if (!this.#looks) this.#look()
  }

  #look(): void {
    const n = this.#aim
    this.#wait()
    this.#looks = true
    this.#thread.ask<Look>({ ask: 'look', at: n }, (look) => {
      this.#answered()
      const isNew = look.step.n !== this.#at
      this.#show(look)
      if (isNew) this.#watching.moved()
      if (this.#aim !== n) this.#look()
      else this.#aim = look.step.n
    })
  }

  #begin(at: number): void {
    if (this.#texts === undefined) return
    if (this.#waits) this.#thread.stop()
    this.#answered()
    this.#at = at
    this.#thread.ask<Counted>({ ask: 'steps', ...this.#texts, expanded: this.expanded }, (counted) => {
      this.#counted = counted
      this.#count()
    })
    this.go(at)
  }

  #move(move: Move): void {
    if (this.#texts === undefined) return
    this.#wait()
    this.#thread.ask<Moved>({ ask: 'move', from: this.#at, move }, ({ to }) => {
      this.#answered()
      if (to === undefined) this.#say('Nothing was found in five million steps.')
      else this.go(to)
    })
  }

  #wait(): void {
    this.#answered()
    this.#waits = true
    this.#timer = window.setTimeout(() => (this.#stop.hidden = false), PATIENCE)
  }

  #answered(): void {
    window.clearTimeout(this.#timer)
    this.#waits = false
    this.#looks = false
    this.#stop.hidden = true
  }

  #count(): void {
    const { steps, ended } = this.#counted
    byId('count').textContent = `${ended ? 'of' : 'of more than'} ${steps.toLocaleString('de')}`
    this.#slider.max = String(Math.max(steps, this.#at))
    this.#slider.value = String(this.#at)
  }

  #show({ step, near }: Look): void {
    delete this.#panel.dataset['empty']
    this.#at = step.n
    this.#number.value = String(step.n)
    this.#count()
    this.#slider.setAttribute('aria-valuetext', `step ${step.n}: ${step.sentence}`)
    const isLast = step.is !== 'reduction'
    for (const id of ['first', 'back']) byId<HTMLButtonElement>(id).ariaDisabled = String(step.n === 0)
    for (const id of ['forth', 'last', 'out', 'over', 'call'])
      byId<HTMLButtonElement>(id).ariaDisabled = String(isLast)
    this.#say(step.sentence)
    byId('rule').replaceChildren(...ruleParts(step))
    byId('before').replaceChildren(...pieces(step.before))
    byId('after').replaceChildren(...after(step))
    this.#list.show(near, step.n)
    this.#watching.shown(step)
  }

  #say(sentence: string): void {
    byId('sentence').textContent = sentence
  }

  /** Arrows step wherever they mean nothing else. */
  #key(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return
    const to = { ArrowLeft: this.#aim - 1, ArrowRight: this.#aim + 1, Home: 0, End: this.#counted.steps }[
      event.key
    ]
    if (to === undefined) return
    event.preventDefault()
    this.go(to)
  }
}

const pieces = (some: readonly Piece[]): (Node | string)[] =>
  some.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))

const after = ({ after: some, crash, is }: StepView): (Node | string)[] => {
  if (some !== undefined) return pieces(some)
  return is === 'crash' ? [element('span', { class: 'crash' }, crash ?? '')] : []
}

const ruleParts = ({ rule }: StepView): (Node | string)[] => {
  const [, left, right] = /^(.*?) {2,}(.*)$/.exec(rule) ?? []
  return left === undefined ? [] : [element('code', {}, left), ' → ', element('code', {}, right!)]
}
