import { keep, kept } from './kept.js'

/** What a learner has come to in one lesson. */
export interface Done {
  readonly passed?: boolean
  /** What the learner's answer is now. */
  readonly answer?: string
  /** So many hints were shown. */
  readonly hints?: number
}

/** How far a learner is: kept by the browser. */
export class Progress {
  readonly #done: Record<string, Done> = { ...(isRecord(kept('lessons')) as Record<string, Done>) }

  of(lesson: string): Done {
    return this.#done[lesson] ?? {}
  }

  note(lesson: string, done: Done): void {
    this.#done[lesson] = { ...this.of(lesson), ...done }
    keep('lessons', this.#done)
  }

  /** Begins a lesson anew; that it was passed stays. */
  reset(lesson: string): void {
    const { passed } = this.of(lesson)
    this.#done[lesson] = passed === true ? { passed } : {}
    keep('lessons', this.#done)
  }
}

const isRecord = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
