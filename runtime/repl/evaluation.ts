import { Worker } from 'node:worker_threads'
import {
  type Crash,
  type Either,
  type Noun,
  cueBytes,
  jamBytes,
  left,
  nock,
  right,
} from '../../nock/index.js'

/** What takes more is evaluated beside the terminal, so that it can be stopped. */
const SHORT = { steps: 300_000, nouns: 300_000 }

/** What a worker sends back; nouns are jammed. */
export type Reply =
  | { readonly product: Uint8Array }
  | {
      readonly crash: Pick<Crash, 'why' | 'rule' | 'axis'>
      readonly noun: Uint8Array
      readonly formula: Uint8Array
    }

export interface Asked {
  readonly subject: Uint8Array
  readonly formula: Uint8Array
  readonly jets: boolean
}

/** Why an evaluation came to no end. */
export type Unfinished = 'stopped' | 'out of memory'

/** Evaluates one thing at a time; `stop` ends it. */
export class Evaluation {
  #stop: (() => void) | undefined

  get isRunning(): boolean {
    return this.#stop !== undefined
  }

  /** Ends what is evaluated: that has no product then. */
  stop(): void {
    this.#stop?.()
  }

  /** @returns why there is no product, where it came to no end */
  async evaluate(subject: Noun, formula: Noun, jets: boolean): Promise<Either<Crash, Noun> | Unfinished> {
    // Without jets: one may make an atom of any size in a step, and nobody could stop that here.
    const early = nock(subject, formula, { budget: SHORT })
    if (early._tag === 'Right' || early.left.why !== 'budget') return early
    const asked: Asked = { subject: jamBytes(subject), formula: jamBytes(formula), jets }
    const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: asked })
    try {
      return await new Promise((done, fail) => {
        this.#stop = () => done('stopped')
        worker.once('message', (reply: Reply) => done(received(reply)))
        worker.once('error', (error) => (isOutOfMemory(error) ? done('out of memory') : fail(error)))
      })
    } finally {
      this.#stop = undefined
      await worker.terminate()
    }
  }
}

/** A worker that has used up its memory ends alone: the session goes on. */
const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const received = (reply: Reply): Either<Crash, Noun> =>
  'product' in reply
    ? right(unjammed(reply.product))
    : left({ ...reply.crash, noun: unjammed(reply.noun), formula: unjammed(reply.formula) })

/** What we jammed ourselves. */
export const unjammed = (bytes: Uint8Array): Noun => {
  const noun = cueBytes(bytes)
  if (noun._tag === 'Left') throw new Error('no jam')
  return noun.right
}
