import { pino, type Logger } from 'pino'
import pretty from 'pino-pretty'

/** Messages of the supervisor, on standard error. */
export type Log = Logger

/**
 * A log on standard error: lines for people (time, service, message; in colour on a terminal, unless NO_COLOR is set),
 * or with `json` an object a line.
 *
 * Written beside the loop: a reader of standard error who does not read holds up no service. What cannot be written
 * is kept up to a megabyte, and dropped beyond.
 */
export const openLog = (options: { readonly json: boolean; readonly color: boolean }): Log => {
  const stderr = pino.destination({ fd: 2, sync: false, maxLength: 1 << 20 })
  if (options.json) return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stderr)
  const lines = pretty({
    destination: stderr,
    colorize: options.color,
    colorizeObjects: false,
    hideObject: true,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'level',
    messageFormat: ({ service, msg }) =>
      service === undefined ? String(msg) : `${String(service)}: ${String(msg)}`,
  })
  return pino({ base: null }, lines)
}
