/** Three digits, with their unit, as in `12.3 ms`. */
export const duration = (ms: number | undefined): string => {
  if (ms === undefined) return ''
  if (ms >= 1000) return `${digits(ms / 1000)} s`
  if (ms >= 1) return `${digits(ms)} ms`
  return ms >= 0.001 ? `${digits(ms * 1000)} µs` : `${digits(ms * 1e6)} ns`
}

/** As in `48.0 MB`. */
export const size = (bytes: number): string => {
  if (bytes >= 1e6) return `${digits(bytes / 1e6)} MB`
  return bytes >= 1e3 ? `${digits(bytes / 1e3)} kB` : `${bytes} B`
}

/** As in `20.1`. */
export const digits = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2))

export const times = (ratio: number | undefined): string => (ratio === undefined ? '' : digits(ratio))
