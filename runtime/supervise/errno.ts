import { getSystemErrorMap, getSystemErrorName } from 'node:util'

/** Where runit's words for an error differ from Node's, and the error can come up with a service directory. */
const RUNIT: Readonly<Record<string, string>> = {
  EACCES: 'access denied',
  EAGAIN: 'temporary failure',
  EBUSY: 'device busy',
  EDQUOT: 'disk quota exceeded',
  EEXIST: 'file already exists',
  EFBIG: 'file too big',
  EIO: 'input/output error',
  EISDIR: 'is a directory',
  ELOOP: 'symbolic link loop',
  EMFILE: 'process cannot open more files',
  ENAMETOOLONG: 'file name too long',
  ENFILE: 'system cannot open more files',
  ENOENT: 'file does not exist',
  ENOMEM: 'out of memory',
  ENOSPC: 'out of disk space',
  ENXIO: 'device not configured',
  EPERM: 'permission denied',
  EROFS: 'read-only file system',
}

const NODE = new Map(getSystemErrorMap().values())

/**
 * An error's words as runit prints them.
 *
 * @example
 * errnoText('ENOENT') === 'file does not exist'
 */
export const errnoText = (code: string): string => RUNIT[code] ?? NODE.get(code) ?? code

/**
 * The name of an `errno`.
 *
 * @example
 * errnoName(2) === 'ENOENT'
 */
export const errnoName = (errno: number): string => getSystemErrorName(-errno)

/** The `code` of what a function of Node's threw; what is no system error is a bug of ours and goes on. */
export const errnoOf = (thrown: unknown): string => {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code
  throw thrown
}
