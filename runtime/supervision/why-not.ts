import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { constants as os } from 'node:os'
import { join } from 'node:path'

/**
 * Why a script did not start, and what to do about it, in words: from the number that the system gave, and from a
 * look at the script, since one number stands for many causes.
 */
export const whyNot = (directory: string, script: string, errno: number): string => {
  const path = join(directory, script)
  const { E2BIG, EACCES, EAGAIN, EMFILE, ENFILE, ENOENT, ENOEXEC, ENOMEM, ENOTDIR, ETXTBSY } = os.errno
  switch (errno) {
    case EAGAIN:
      return `${path}: no more processes are allowed: raise ulimit -u or the container's pids limit`
    case ENOMEM:
      return `${path}: there is no memory for another process`
    case EMFILE:
    case ENFILE:
      return `${path}: no more open files are allowed: raise ulimit -n`
    case ENOEXEC:
      return `${path} is no program and has no interpreter: its first line must be like #!/bin/sh`
    case ETXTBSY:
      return `${path} is being written`
    case E2BIG:
      return `${path}: the environment is too large`
  }
  try {
    if (!statSync(directory).isDirectory()) return `${directory} is no directory`
    const stat = statSync(path)
    if (stat.isDirectory()) return `${path} is a directory, not a script`
    if ((stat.mode & 0o111) === 0) return `${path} is not executable: chmod +x ${path}`
    const interpreter = interpreterOf(path)
    if (interpreter !== undefined) {
      const found = statSync(interpreter, { throwIfNoEntry: false })
      if (found === undefined)
        return `${path}: its interpreter ${interpreter}, named in its first line, does not exist`
      if (!found.isFile() || (found.mode & 0o111) === 0)
        return `${path}: its interpreter ${interpreter} is not executable`
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return `${path} does not exist`
    return `${path}: ${code}`
  }
  if (errno === EACCES) return `${path}: permission denied`
  if (errno === ENOENT || errno === ENOTDIR)
    return `${path}: the program or what it needs to load does not exist`
  return `${path} could not be started${errno === 0 ? '' : ` (errno ${errno})`}`
}

const interpreterOf = (path: string): string | undefined => {
  const fd = openSync(path, 'r')
  try {
    const start = Buffer.alloc(256)
    const length = readSync(fd, start, 0, start.length, 0)
    return /^#![ \t]*([^ \t\r\n]+)/.exec(start.toString('utf8', 0, length))?.[1]
  } finally {
    closeSync(fd)
  }
}
