/** The signals that say to end: the first one, and whether another has come since. */
export const untilSignal = (): { readonly first: Promise<string>; readonly isForced: () => boolean } => {
  let forced = false
  const first = new Promise<string>((done) => {
    let asked = false
    // Node would open its debugger at USR1, and end at once at USR2
    for (const signal of ['SIGUSR1', 'SIGUSR2'] as const) process.on(signal, () => {})
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) {
      process.on(signal, () => {
        if (asked) forced = true
        asked = true
        done(signal)
      })
    }
  })
  return { first, isForced: () => forced }
}
