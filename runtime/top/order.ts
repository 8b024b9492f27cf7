import { type Row } from './row.js'

/** By what rows can be ordered. */
export const ORDERS = ['name', 'state', 'uptime', 'restarts', 'cpu', 'memory'] as const
export type By = (typeof ORDERS)[number]

/** What comes first: what wants an eye. The youngest, the busiest, the largest. */
const RANK: Readonly<Record<Exclude<By, 'name'>, (row: Row) => number>> = {
  state: ({ known }) => {
    if (known._tag === 'Left') return 0
    const { state, want } = known.right.status
    if (state === 'run') return want === 'up' ? 5 : 3
    return want === 'up' ? 1 : state === 'finish' ? 2 : 4
  },
  uptime: ({ known }) => (known._tag === 'Right' ? -known.right.status.since : 0),
  restarts: ({ restarts = -1 }) => -restarts,
  cpu: ({ cpu = 0 }) => -cpu,
  memory: ({ memory }) => -memory,
}

/** The rows in order; those of the same rank by name. */
export const inOrder = (rows: readonly Row[], by: By, isReversed = false): readonly Row[] => {
  const turn = isReversed ? -1 : 1
  const rank = by === 'name' ? () => 0 : RANK[by]
  return rows.toSorted(
    (a, b) => turn * (rank(a) - rank(b)) || (by === 'name' ? turn : 1) * (a.name < b.name ? -1 : 1),
  )
}
