/** What says to end: the first that does, in words, and whether it was said again since. */
export interface Ending {
  readonly first: Promise<string>
  readonly isForced: () => boolean
}

const ENDS = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const

/** The rest that Node hears: none that a fault of our own raises, that the system or `supervise/letters` (SIGIO) uses, or that nobody can hear. */
const OTHERS = [
  'SIGUSR1',
  'SIGUSR2',
  'SIGWINCH',
  'SIGCONT',
  'SIGALRM',
  'SIGURG',
  'SIGPWR',
  'SIGTSTP',
  'SIGTTIN',
  'SIGTTOU',
] as const

/**
 * The signals that say to end.
 *
 * @param handOn is given each of the others; they are left alone otherwise, but for two of which Node would die or
 * open its debugger
 */
export const untilSignal = (handOn?: (signal: NodeJS.Signals) => void): Ending => {
  let forced = false
  const first = new Promise<string>((done) => {
    let asked = false
    for (const signal of handOn === undefined ? (['SIGUSR1', 'SIGUSR2'] as const) : OTHERS)
      process.on(signal, () => handOn?.(signal))
    for (const signal of ENDS) {
      process.on(signal, () => {
        if (asked) forced = true
        asked = true
        done(signal)
      })
    }
  })
  return { first, isForced: () => forced }
}
