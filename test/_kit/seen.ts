import { type Seen } from '../../runtime/supervision/survivors/seen.js'

/** A process without a mark, alone in its group. */
export const seen = (pid: number, parent: number, more: Partial<Seen> = {}): Seen => ({
  pid,
  parent,
  group: pid,
  session: pid,
  started: pid,
  text: undefined,
  number: undefined,
  ...more,
})
