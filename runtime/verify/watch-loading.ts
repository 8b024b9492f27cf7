import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Ends the process when loading takes too long. */
export interface LoadingWatch {
  /** @param path of the module whose time runs from now on, as it is told */
  start(path: string): void
  end(): void
}

/**
 * A watch that runs in a thread of its own: a module may loop without end while it is loaded, and then no timer
 * runs here. (Node before 20.11 lets no thread end another: there it waits for ever.)
 *
 * @param patience milliseconds
 */
export const watchLoading = async (patience: number): Promise<LoadingWatch> => {
  const worker = new Worker(new URL('./loading-watchdog.js', import.meta.url), { workerData: patience })
  await once(worker, 'message') // it is there before anything can keep this thread
  worker.unref()
  return {
    start: (path) => worker.postMessage(path),
    end: () => void worker.terminate(),
  }
}
