import { readFileSync } from 'node:fs'

/** In what the kernel of this machine counts. */
export interface Machine {
  /** Bytes of a page of memory. */
  readonly page: number
  /** Ticks of a second of a processor. */
  readonly ticks: number
}

const AT_PAGESZ = 6n
const AT_CLKTCK = 17n

/** What the kernel told us of itself at our start. */
export const thisMachine = (): Machine => {
  const told = new Map<bigint, bigint>()
  const vector = readFileSync('/proc/self/auxv')
  for (let at = 0; at + 16 <= vector.length; at += 16) {
    told.set(vector.readBigUInt64LE(at), vector.readBigUInt64LE(at + 8))
  }
  return { page: Number(told.get(AT_PAGESZ) ?? 4096n), ticks: Number(told.get(AT_CLKTCK) ?? 100n) }
}
