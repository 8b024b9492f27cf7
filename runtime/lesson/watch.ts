import { watchNames } from '../tree/watch.js'

/**
 * Calls back with what `read` gives: now, and whenever it is another after something was saved in the directory. Editors
 * that write a new file and rename it are followed, since it is the directory that is watched.
 *
 * @param seen returns whether to go on
 * @throws what keeps the directory from being watched
 */
export const eachText = async (
  directory: string,
  read: () => string | undefined,
  seen: (text: string) => Promise<boolean>,
): Promise<void> => {
  let wake = (): void => {}
  let broken: { readonly error: unknown } | undefined
  const stop = watchNames(
    directory,
    () => wake(),
    (error) => {
      broken = { error }
      wake()
    },
  )
  try {
    let last: string | undefined
    for (;;) {
      const change = new Promise<void>((resolve) => (wake = resolve)) // before it is read: none is missed
      if (broken !== undefined) throw broken.error
      const text = read()
      if (text !== undefined && text.trim() !== '' && text !== last) {
        last = text
        if (!(await seen(text))) return
        continue
      }
      await change
    }
  } finally {
    stop()
  }
}
