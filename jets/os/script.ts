import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** Has the service directory a script of this name that can be run? */
export const hasScript = (directory: string, script: string): boolean => {
  try {
    accessSync(join(directory, script), constants.X_OK)
    return true
  } catch {
    return false
  }
}
