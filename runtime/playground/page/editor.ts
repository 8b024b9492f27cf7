import { type Atom, type Noun, type ParseError, showParseError } from '../../../nock/index.js'
import { bracketsAt } from './brackets.js'
import { byId, element } from './element.js'
import { placeInText } from './text-places.js'
import { read } from './texts.js'

/**
 * A text field for a noun. Behind it lies the same text, unseen, that has the marks: the brackets at the caret, and the
 * place of a mistake. Below it the mistake is told, with a caret under its place.
 */
export class Editor {
  readonly #field: HTMLTextAreaElement
  readonly #marks: HTMLElement
  /** Where mistakes are told; undefined where the text is not read as it is typed. */
  readonly #mistake: HTMLElement | undefined
  #lit: Span | undefined
  #error: Pick<ParseError, 'offset' | 'length'> | undefined

  /**
   * @param id of the text field; if there is an `ID-mistake`, mistakes are told there as it is typed
   * @param changed is told that the text is another one
   */
  constructor(id: string, changed: () => void) {
    this.#field = byId<HTMLTextAreaElement>(id)
    this.#mistake = document.getElementById(`${id}-mistake`) ?? undefined
    this.#marks = element('pre', { 'aria-hidden': 'true', class: 'marks' })
    this.#field.before(this.#marks)
    this.#field.addEventListener('input', () => {
      this.#forget()
      this.#show()
      changed()
    })
    document.addEventListener('selectionchange', () => this.#mark())
    this.#field.addEventListener('blur', () => this.#mark())
  }

  get text(): string {
    return this.#field.value
  }

  set text(text: string) {
    if (this.#field.value === text) return
    this.#field.value = text
    this.#forget()
    this.#show()
  }

  /** The noun, if it is one; formulas go by their names. */
  get noun(): Noun | undefined {
    const done = read(this.text)
    return done._tag === 'Right' ? done.right : undefined
  }

  focus(): void {
    this.#field.focus()
  }

  /** Marks the part at an axis as what is at work, or as what crashed; none, if it is undefined. */
  light(axis: Atom | undefined, isWrong = false): void {
    const range = axis === undefined ? undefined : placeInText(this.text, BigInt(axis))
    this.#lit = range && [...range, isWrong ? 'mistake' : 'lit']
    this.#mark()
  }

  /** Marks a mistake that somebody else tells of. */
  mark(error: Pick<ParseError, 'offset' | 'length'> | undefined): void {
    this.#error = error
    this.#mark()
  }

  /** What was marked was another text. */
  #forget(): void {
    this.#error = undefined
    this.#lit = undefined
  }

  #show(): void {
    if (this.#mistake !== undefined) {
      const done = read(this.text)
      this.#error = done._tag === 'Left' ? done.left : undefined
      this.#mistake.replaceChildren(...(done._tag === 'Left' ? mistake(done.left) : []))
    }
    this.#mark()
  }

  #mark(): void {
    const { value, selectionStart: caret, selectionEnd: end } = this.#field
    const isHere = document.activeElement === this.#field && caret === end
    const spans: Span[] = (isHere ? (bracketsAt(value, caret) ?? []) : []).map((at) => [
      at,
      at + 1,
      'bracket',
    ])
    if (this.#lit !== undefined) spans.push(this.#lit)
    if (this.#error !== undefined) {
      const { offset, length } = this.#error
      spans.push([offset, offset + Math.max(length, 1), 'mistake'])
      this.#field.setAttribute('aria-invalid', 'true')
    } else this.#field.removeAttribute('aria-invalid')
    this.#marks.replaceChildren(...marked(value + ' ', spans), '\n')
  }
}

/** What is wrong, and the line with a caret under the place. */
const mistake = (error: ParseError): readonly Node[] => {
  const [words, ...line] = showParseError(error).split('\n')
  return [element('p', {}, words!), element('pre', {}, line.join('\n'))]
}

type Span = readonly [from: number, to: number, kind: string]

/** A text with marks over parts of it. */
const marked = (text: string, spans: readonly Span[]): (Node | string)[] => {
  const ends = [...new Set([0, text.length, ...spans.flatMap(([from, to]) => [from, to])])]
    .filter((end) => end <= text.length)
    .sort((a, b) => a - b)
  return ends.slice(1).map((end, i) => {
    const from = ends[i]!
    const kinds = spans.filter(([start, to]) => start <= from && end <= to).map(([, , kind]) => kind)
    const part = text.slice(from, end)
    return kinds.length === 0 ? part : element('mark', { class: kinds.join(' ') }, part)
  })
}
