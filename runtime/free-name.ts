import { existsSync } from 'node:fs'

/** The name, or the first one of it with a number behind that is not there: `name`, `name-2`, `name-3` … */
export const freeName = (name: string, before = '-'): string => {
  let free = name
  for (let n = 2; existsSync(free); n++) free = `${name}${before}${n}`
  return free
}
