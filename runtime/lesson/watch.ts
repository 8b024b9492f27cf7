import { watch } from 'node:fs'

/**
 * Calls back with what `read` gives: now, and whenever it is another after something was saved in the directory. Editors
 * that write a new file and rename it are followed, since it is the directory that is watched.
 *
 * @param seen returns whether to go on
 */
export const eachText = async (
  directory: string,
  read: () => string | undefined,
  seen: (text: string) => Promise<boolean>,
): Promise<void> => {
  let wake = (): void => {}
  const watcher = watch(directory, () => wake())
  try {
    let last: string | undefined
    for (;;) {
      const change = new Promise<void>((resolve) => (wake = resolve)) // before it is read: none is missed
      const text = read()
      if (text !== undefined && text.trim() !== '' && text !== last) {
        last = text
        if (!(await seen(text))) return
        continue
      }
      await change
    }
  } finally {
    watcher.close()
  }
}
