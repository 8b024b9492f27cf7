const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** Waits until somebody ends this program by a signal. */
export const untilEnded = (): Promise<void> =>
  new Promise((done) => {
    const end = (): void => {
      for (const signal of ENDS) process.off(signal, end)
      done()
    }
    for (const signal of ENDS) process.on(signal, end)
  })
