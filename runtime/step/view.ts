import { type Move, type Steps } from './steps.js'

/** What the screen shows of a computation. */
export interface View {
  readonly n: number
  /** By the definition's own lines for rules 6, 9 and 11. */
  readonly isExpanded: boolean
  /** Digits of the step to go to. */
  readonly typed: string
  readonly isHelp: boolean
  /** What the last key came to, if that is not to be seen. */
  readonly said: string
}

export const firstView = (n = 0, isExpanded = false): View => ({
  n,
  isExpanded,
  typed: '',
  isHelp: false,
  said: '',
})

const FORWARD = ['\x1b[C', '\x1bOC', '\x1b[B', '\x1bOB', ' ', '\r', '\n', 'n', 'j', 'l']
const BACK = ['\x1b[D', '\x1bOD', '\x1b[A', '\x1bOA', '\x7f', 'p', 'k', 'h']
const FIRST = ['\x1b[H', '\x1bOH', '\x1b[1~', 'g']

const MOVES: Readonly<Record<string, Move>> = {
  c: 'call',
  s: 'over',
  o: 'out',
  G: 'end',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
}

const NOT_FOUND: Readonly<Record<Move, string>> = {
  call: 'no rule 2 or 9 comes soon',
  over: 'that has no product soon',
  out: 'the end of that is far away',
  end: 'there is no end soon',
}

export const KEYS = '→ ← step  12 Enter  c call  s over  o out  g G ends  x expand  ? help  q quit'

export const HELP: readonly (readonly [key: string, does: string])[] = [
  ['→ space n', 'one step forward'],
  ['← p', 'one step back'],
  ['12 Enter', 'to step 12'],
  ['c', 'to the next rule 2 or 9: a formula is called'],
  ['s', 'over: to where what is reduced here has its product'],
  ['o', 'out: to where the computation around this one goes on'],
  ['g  G', 'to the first step, and to the last'],
  ['x', 'rules 0, 6, 9 and 11 by the definition’s own lines, or in one step each'],
  ['q', 'quit'],
]

/** The view after a key; `quit` for one that ends it. */
export const press = (view: View, key: string, steps: Steps): View | 'quit' => {
  const { n, isExpanded, typed, isHelp } = view
  if (key === 'q' || key === 'Q' || key === '\x03' || key === '\x04') return 'quit'
  if (isHelp) return { ...view, isHelp: false }
  if (/^[0-9]$/.test(key)) return typed.length < 9 ? { ...view, typed: typed + key, said: '' } : view
  const still = { ...view, typed: '', said: '' }
  if (typed !== '' && (key === '\r' || key === '\n')) return jump(still, Number(typed), steps)
  if (typed !== '' && key === '\x7f') return { ...still, typed: typed.slice(0, -1) }
  if (FORWARD.includes(key)) return jump(still, n + 1, steps)
  if (BACK.includes(key)) return { ...still, n: Math.max(0, n - 1) }
  if (FIRST.includes(key)) return { ...still, n: 0 }
  if (key === 'x') return { ...still, n: steps.other(n, isExpanded), isExpanded: !isExpanded }
  if (key === '?') return { ...still, isHelp: true }
  const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined
  if (move === undefined) return still
  const to = steps.move(n, isExpanded, move)
  return to === undefined ? { ...still, said: NOT_FOUND[move] } : { ...still, n: to }
}

const jump = (view: View, to: number, steps: Steps): View => {
  const n = steps.within(to, view.isExpanded)
  return n === to ? { ...view, n } : { ...view, n, said: `step ${n} is the last` }
}
