/** Shows how far something has come. */
export interface Progress {
  add(more: number): void
  /** Takes it off the terminal. */
  stop(): void
}

/**
 * A bar on standard error, if that is a terminal; otherwise nothing. It moves when it is told, so work that lets no
 * timer run shows it, too.
 *
 * @param total what there is to do, in the units of `add`
 */
export const progressBar = async (total: number): Promise<Progress> => {
  if (!process.stderr.isTTY || process.env['TERM'] === 'dumb') return { add: () => {}, stop: () => {} }
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({
    format: '[{bar}] {percentage} %, {eta_formatted} left',
    clearOnComplete: true,
    gracefulExit: false, // it would take SIGINT, and work that lets no timer run would not end by it
  })
  bar.start(total, 0)
  return { add: (more) => bar.increment(more), stop: () => bar.stop() }
}
