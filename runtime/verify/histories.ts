import { type Decide, decider } from '../supervision/decide.js'
import { type Policy } from '../supervision/policy.js'
import { type Check } from './check-list.js'
import { type Wrong, generated } from './generated.js'
import { History, type Past, pasts } from './history.js'
import { Broken, HistoryLaws } from './history-laws.js'
import { Story } from './history-text.js'
import { shippedPolicies } from './shipped.js'

/** So many histories of each policy. */
const RUNS = 3_000

/**
 * Checks a policy, and all that decides by it, on generated histories in a simulated operating system. Every decision,
 * and every answer to who asks by hand, is made again by the reference, on its recorded tape and without jets, and
 * must be the same, bit for bit and with the tape used up. On the tapes is what was asked, once, and what was answered;
 * each decision goes on from the one before; it signals nobody but its own service's process; there are never two of
 * one service; and a policy that kills whole trees leaves nothing of them.  Counted are decisions.
 *
 * @param make whoever decides, made anew for each history
 */
export const historyCheck = (name: string, policy: Policy, make: () => Decide = decider): Check => {
  return generated<Past>({
    name,
    runs: RUNS,
    arbitrary: pasts(policy),
    judge(past, counts) {
      const wrong = live(policy, make(), past, new HistoryLaws(policy, counts))
      if (wrong === undefined) return undefined
      const story = new Story(past)
      live(policy, make(), past, new HistoryLaws(policy, { ...counts }, story), story)
      return { ...wrong, details: [...story.lines, ...wrong.details] }
    },
  })
}

/** Lives through a history until something is wrong, or until it has ended and nothing is open any more. */
const live = (
  policy: Policy,
  decide: Decide,
  past: Past,
  laws: HistoryLaws,
  story?: Story,
): Wrong | undefined => {
  const history = new History(policy, decide, past, laws)
  try {
    for (const happening of past.happenings) {
      story?.happened(happening)
      history.happen(happening)
    }
    story?.ended()
    history.settle()
    return undefined
  } catch (thrown) {
    if (thrown instanceof Broken) return thrown.wrong
    throw thrown
  }
}

/** Every policy of this package. */
export const historyChecks: readonly Check[] = Array.from(shippedPolicies, ([name, policy]) =>
  historyCheck(name, policy),
)
