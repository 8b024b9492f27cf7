import { type Cell, NO, type Noun, YES, cord, printNoun } from '../../../nock/index.js'

/** What the operating system runs for one service, by pids; as `system` in runit.tla. */
export interface System {
  readonly leaders: readonly number[]
  readonly groups: readonly number[]
}

/** The pids of the model. */
export const pidsOf = (most: number): readonly number[] => Array.from({ length: most }, (_, i) => i + 1)

/** Everything that a system may answer to a request, and what it is then. */
export const answers = (
  { head: tag, tail: sample }: Cell,
  system: System,
  pids: readonly number[],
): readonly (readonly [answer: Noun, after: System])[] => {
  const { leaders, groups } = system
  const without = (pid: Noun) => (one: number) => one !== pid
  switch (tag) {
    case cord('alive'):
      return [[leaders.some((one) => one === sample) ? YES : NO, system]]
    case cord('kill'): {
      const [signal, pid] = sample instanceof Object ? [sample.head, sample.tail] : []
      if (signal !== 9 || pid === undefined) break
      return [
        [YES, { leaders: leaders.filter(without(pid)), groups: groups.filter(without(pid)) }],
        [NO, system],
      ]
    }
    case cord('finish'):
      return [
        [YES, system],
        [NO, system],
      ]
    case cord('spawn'):
      return [
        ...pids
          .filter((pid) => !groups.includes(pid))
          .map((pid) => [pid, { leaders: [...leaders, pid], groups: [...groups, pid] }] as const),
        [0, system],
      ]
  }
  throw new Error(
    `the model knows no request ${printNoun({ head: tag, tail: sample } as Cell, { cords: true })}`,
  )
}
