const living = new Set<AsyncDisposable>()

/** What is left of a test whose time was over: `await using` never came to its end there. */
export const disposeOfTheRest = async (): Promise<void> => {
  for (const one of living) await one[Symbol.asyncDispose]()
}

/**
 * Keeps something to be disposed of when the test file ends, unless that has been done by then.
 *
 * @returns how to say that it has
 */
export const disposedAtTheEnd = (one: AsyncDisposable): (() => void) => {
  living.add(one)
  return () => void living.delete(one)
}
