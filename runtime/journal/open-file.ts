import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type Libc } from '../../jets/index.js'
import { errnoName } from '../supervise/errno.js'

/** A file cannot be had for a reason of ours, in words. */
export class Refused extends Error {}

// nor does it wait: for whoever reads a pipe, say
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK

/**
 * Opens a file for appending, and locks it, so that two supervisors never write one journal.
 *
 * @throws Refused when it is no file, or another supervisor has it; or what `open` throws
 */
export const openFile = async (file: string, libc: Libc | undefined): Promise<FileHandle> => {
  const handle = await open(file, FLAGS, 0o600)
  try {
    if (!(await handle.stat()).isFile()) throw new Refused(`${file} is no file`)
    const errno = libc?.lock(handle.fd) ?? 0
    if (errno !== 0 && errnoName(errno) === 'EAGAIN')
      throw new Refused(`${file} is being written by another supervisor`)
    if (errno !== 0) throw Object.assign(new Error('lock'), { code: errnoName(errno) })
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}
