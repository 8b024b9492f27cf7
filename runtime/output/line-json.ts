/** Makes lines into JSON, an object for each, out of pieces that end anywhere. */
export class LineJson {
  private readonly service: string
  private pending = Buffer.alloc(0)

  constructor(service: string) {
    this.service = service
  }

  /** The whole lines there are by now. */
  add(bytes: Uint8Array): string {
    const all = Buffer.concat([this.pending, bytes])
    const end = all.lastIndexOf('\n') + 1
    this.pending = all.subarray(end)
    return end === 0
      ? ''
      : all
          .toString('utf8', 0, end - 1)
          .split('\n')
          .map((line) => this.json(line))
          .join('')
  }

  /** What has no end. */
  rest(): string {
    return this.pending.length === 0 ? '' : this.json(this.pending.toString('utf8'))
  }

  private json(text: string): string {
    const { time, line } = timed(text)
    return JSON.stringify({ service: this.service, time: time ?? null, line }) + '\n'
  }
}

/** TAI64's label of the second at which Unix time is 0, by svlogd's reckoning. */
const UNIX_EPOCH = 4_611_686_018_427_387_914n

/**
 * A line without the time that svlogd has put before it, and that: `-t`, `-tt`, or `-ttt`.
 *
 * @example
 * timed('@400000000000000a00000000 hello') // { time: '1970-01-01T00:00:00.000Z', line: 'hello' }
 */
export const timed = (text: string): { readonly time: string | undefined; readonly line: string } => {
  const [, seconds, nanoseconds, line] = /^@([0-9a-f]{16})([0-9a-f]{8}) (.*)$/s.exec(text) ?? []
  if (line !== undefined) {
    const milliseconds = Number(BigInt(`0x${seconds}`) - UNIX_EPOCH) * 1000 + Number(`0x${nanoseconds}`) / 1e6
    return { time: iso(milliseconds), line }
  }
  const [, day, clock, rest] = /^(\d{4}-\d\d-\d\d)[_T](\d\d:\d\d:\d\d\.\d{3})\d{2,6} (.*)$/s.exec(text) ?? []
  return rest === undefined ? { time: undefined, line: text } : { time: `${day}T${clock}Z`, line: rest }
}

const iso = (milliseconds: number): string | undefined => {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
