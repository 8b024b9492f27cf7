import { type Answer, type Answered, type Asked, type Question } from './messages.js'

/**
 * A worker that can be asked and stopped. What was asked and not answered when it is stopped is never answered; with the
 * next question it begins anew.
 */
export class Thread {
  #worker: Worker | undefined
  #last = 0
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  readonly #broken: (message: string) => void

  /** @param broken is told why it cannot go on: there is no memory left, say */
  constructor(broken: (message: string) => void) {
    this.#broken = broken
  }

  /** @param hear is told the answer; as long as steps are counted, one after another */
  ask<A extends Answer>(question: Question, hear: (answer: A) => void): void {
    this.#worker ??= this.#begun()
    const id = ++this.#last
    this.#waiting.set(id, hear as (answer: Answer) => void)
    this.#worker.postMessage({ id, question } satisfies Asked)
  }

  stop(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#waiting.clear()
  }

  #begun(): Worker {
    const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data: { id, answer } }: MessageEvent<Answered>) => {
      const hear = this.#waiting.get(id)
      if (answer.is !== 'counted') this.#waiting.delete(id)
      hear?.(answer)
    })
    worker.addEventListener('error', ({ message }) => {
      this.stop()
      this.#broken(message)
    })
    return worker
  }
}
