import { watch } from 'node:fs'

/**
 * Tells the names in a directory to which something happens, at once; undefined when the system does not say which it
 * was. It costs one watch, however many names there are. Where it cannot be had, the rescan has to do.
 *
 * @returns how to stop
 */
export const watchNames = (
  directory: string,
  onName: (name: string | undefined) => void,
  onError: (error: unknown) => void,
): (() => void) => {
  try {
    const watcher = watch(directory, (_, name) => onName(name ?? undefined))
    watcher.on('error', onError)
    return () => watcher.close()
  } catch (error) {
    onError(error)
    return () => {}
  }
}
