import { type Noun, cord, isAtom } from '../../../nock/index.js'
import { type Policy } from '../policy.js'

const KILL_TREE = cord('kill-tree')

const known = new WeakMap<Policy, boolean>()

/** Does a policy ask for all that came of a process to be killed, on whatever event? */
export const killsTrees = (policy: Policy): boolean => {
  const before = known.get(policy)
  if (before !== undefined) return before
  const kills = has(
    [...policy.values()].map(({ formula }) => formula),
    KILL_TREE,
  )
  known.set(policy, kills)
  return kills
}

const has = (nouns: Noun[], atom: Noun): boolean => {
  const seen = new Set<Noun>()
  for (let noun = nouns.pop(); noun !== undefined; noun = nouns.pop()) {
    if (noun === atom) return true
    if (isAtom(noun) || seen.has(noun)) continue
    seen.add(noun)
    nouns.push(noun.head, noun.tail)
  }
  return false
}
