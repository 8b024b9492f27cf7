import { describe, expect, test } from 'vitest'
import { inOrder } from '../../../runtime/top/order.js'
import { PLAIN } from '../../../runtime/top/table.js'
import { FIRST_VIEW, type View, press, screenOf } from '../../../runtime/top/view.js'
import { NOW, down, row, unknown } from './rows.js'

const many = Array.from({ length: 1_000 }, (_, i) => row(`s${String(i).padStart(3, '0')}`))
const screen = (rows: typeof many, view: View, columns: number, lines: number) =>
  screenOf('/etc/service', rows, view, { columns, lines }, NOW, PLAIN)

describe('the screen', () => {
  test('has what fits, and says what does not', () => {
    expect('\n' + screen(many, FIRST_VIEW, 72, 6).join('\n')).toBe(`
/etc/service  1000 services: 1000 up, 0 down
SERVICE  STATE   PID  UPTIME  RESTARTS  CPU%  MEMORY
s000     run    4242   1m00s         0   0.0    2.0M
s001     run    4242   1m00s         0   0.0    2.0M
s002     run    4242   1m00s         0   0.0    2.0M
… and 997 more; q quit; order by n name, s state, u uptime, r restarts,…`)
  })

  test('scrolls to both ends and no further', () => {
    const size = { columns: 72, lines: 6 }
    const after = (...keys: string[]) =>
      keys.reduce((view, key) => press(view, key, many.length, size) as View, FIRST_VIEW)
    expect(after('k').above).toBe(0)
    expect(after('j', 'j', '\x1b[B').above).toBe(3)
    expect(after('\x1b[6~', '\x1b[A').above).toBe(2)
    expect(after('G').above).toBe(997)
    expect(after('G', 'j').above).toBe(997)
    expect(after('G', 'g').above).toBe(0)
    const lines = screen(many, after('G'), 72, 6)
    expect(lines[4]).toMatch(/^s999 /)
    expect(lines[5]).toMatch(/^997 above; q quit/)
    // services left meanwhile: there is no empty screen
    expect(screen(many.slice(0, 5), after('G'), 72, 6)[2]).toMatch(/^s002 /)
  })

  test('keeps to a terminal of any size', () => {
    for (const lines of [1, 2, 3, 4, 24]) {
      for (const columns of [12, 20, 40, 80, 200]) {
        const shown = screen(many, FIRST_VIEW, columns, lines)
        expect(shown.length).toBeLessThanOrEqual(lines)
        for (const line of shown) expect(Array.from(line).length).toBeLessThanOrEqual(Math.max(columns, 15))
      }
    }
  })

  test('ends by q and Ctrl-C, and orders by its keys, the other way by the same key again', () => {
    const size = { columns: 80, lines: 24 }
    expect(press(FIRST_VIEW, 'q', 3, size)).toBe('quit')
    expect(press(FIRST_VIEW, '\x03', 3, size)).toBe('quit')
    const byMemory = press(FIRST_VIEW, 'm', 3, size) as View
    expect(byMemory).toEqual({ by: 'memory', isReversed: false, above: 0 })
    expect(press(byMemory, 'm', 3, size)).toEqual({ by: 'memory', isReversed: true, above: 0 })
    expect(press(byMemory, 'constructor', 3, size)).toBe(byMemory)
  })
})

describe('the order', () => {
  const rows = [
    row('b', { cpu: 5, memory: 1, restarts: 2, status: { since: NOW - 1 } }),
    row('a', { cpu: 1, memory: 3, restarts: 0 }),
    down('off', { want: 'down' }),
    down('broken'),
    unknown('old'),
  ]
  const names = (...args: [Parameters<typeof inOrder>[1], boolean?]) =>
    inOrder(rows, ...args).map(({ name }) => name)

  test('has first what wants an eye', () => {
    expect(names('name')).toEqual(['a', 'b', 'broken', 'off', 'old'])
    expect(names('name', true)).toEqual(['old', 'off', 'broken', 'b', 'a'])
    expect(names('state')).toEqual(['old', 'broken', 'off', 'a', 'b'])
    expect(names('cpu').slice(0, 2)).toEqual(['b', 'a'])
    expect(names('memory').slice(0, 2)).toEqual(['a', 'b'])
    expect(names('restarts')[0]).toBe('b')
    expect(names('uptime')[0]).toBe('b')
  })
})
