/** What a function returns; undefined where it runs out of stack. */
export const unlessOverflow = <A>(run: () => A): A | undefined => {
  try {
    return run()
  } catch (thrown) {
    if (thrown instanceof RangeError && thrown.message.includes('call stack')) return undefined
    throw thrown
  }
}
