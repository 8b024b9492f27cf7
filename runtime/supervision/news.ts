import { type Death } from '../../jets/index.js'
import { describeCrash } from '../../nock/index.js'
import { type Decision } from './step.js'

/** What there is to tell of a decision: news of one kind that follow on each other are counted. */
export interface News {
  readonly kind: string
  readonly message: string
}

/**
 * What a decision changed, or why it failed; undefined where it did neither.
 *
 * @param death how the service's last process ended
 */
export const newsOf = ({ event, before, after, failure }: Decision, death: Death): News | undefined => {
  if (failure !== undefined) {
    const why =
      failure.why === 'crash'
        ? describeCrash(failure.crash).replaceAll(/\n */g, '; ').replaceAll(/ +/g, ' ')
        : failure.message
    return { kind: 'policy', message: `nothing decided: the policy's formula for %${event} failed: ${why}` }
  }
  if (before.pid === after.pid) return undefined
  const end = before.pid === 0 ? '' : `${howEnded(death)}, `
  const now = after.state === 1 ? `up (pid ${after.pid})` : 'down'
  // What happens at once after a start is counted, not told every time.
  const kind = before.pid !== 0 && after.state === 1 ? 'again' : `${event} ${after.state}`
  return { kind, message: end + now }
}

/** A death in words. */
export const howEnded = ({ code, signal }: Death): string => {
  if (signal > 0) return `killed by signal ${signal}`
  return code === -1 ? 'ended' : `ended with code ${code}`
}
