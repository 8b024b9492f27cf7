import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

/** What `runock replay` finds wrong with a journal: undefined when nothing is. */
export const replayFault = (journal: string): string | undefined => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'replay', journal], {
    encoding: 'utf8',
  })
  return status === 0 ? undefined : `replay ends with ${status}:\n${stdout}${stderr}`
}
