import { describe, expect, test } from 'vitest'
import { bytes, duration, summary, tableOf } from '../../../runtime/top/table.js'
import { NOW, down, row, unknown } from './rows.js'

const rows = [
  row('web', { restarts: 3, cpu: 12.34, memory: 5 * 2 ** 30 }),
  row('web/log', { status: { pid: 77, since: NOW - 90_061_000 } }),
  row('busy', { status: { pid: 4_194_304, want: 'down', paused: true }, cpu: 412, restarts: 12_345 }),
  down('off', { want: 'down' }),
  down('broken'),
  unknown('old'),
]

describe('a table', () => {
  test('has a line for each, and what else there is to say of it', () => {
    expect('\n' + tableOf(rows, NOW).join('\n') + '\n' + summary(rows)).toBe(`
SERVICE  STATE      PID  UPTIME  RESTARTS   CPU%  MEMORY
web      run       4242   1m00s         3   12.3    5.0G
web/log  run         77   1d01h         0    0.0    2.0M
busy     run    4194304   1m00s     12345  412.0    2.0M  paused, want down
off      down         -       -         0      -       -
broken   down         -       -         0      -       -  want up
old      -            -       -         -      -       -  runsv not running
6 services: 3 up, 2 down, 1 not supervised`)
  })

  test('gives columns up where there is no room, the name last', () => {
    const of = (width: number) => tableOf([row('a-service-with-a-long-name', { restarts: 3 })], NOW, width)
    expect(of(100)[1]).toBe('a-service-with-a-long-name  run    4242   1m00s         3   0.0    2.0M')
    expect(of(55)[1]).toBe('a-service…  run    4242   1m00s         3   0.0    2.0M')
    expect(of(46)).toEqual([
      'SERVICE      STATE   PID  UPTIME  CPU%  MEMORY',
      'a-service-…  run    4242   1m00s   0.0    2.0M',
    ])
    expect(of(30)).toEqual(['SERVICE    STATE  CPU%  MEMORY', 'a-servic…  run     0.0    2.0M'])
    expect(of(16)).toEqual(['SERVICE    STATE', 'a-servic…  run'])
  })

  test('is empty but for its head when there are no services', () => {
    expect(tableOf([], NOW)).toEqual(['SERVICE  STATE  PID  UPTIME  RESTARTS  CPU%  MEMORY'])
    expect(summary([])).toBe('0 services: 0 up, 0 down')
  })

  test('shows nothing that a terminal would obey', () => {
    expect(tableOf([row('a\x1b[31mb\nc')], NOW)[1]).toContain('a\\u{1b}[31mb\\nc  run')
  })

  test('never has a line that is longer than it may be', () => {
    for (let width = 10; width < 90; width++) {
      for (const line of tableOf(rows, NOW, width))
        expect(Array.from(line).length).toBeLessThanOrEqual(Math.max(width, 8))
    }
  })
})

test.each([
  [0, '0s'],
  [-5, '0s'],
  [59.9, '59s'],
  [60, '1m00s'],
  [3_725, '1h02m'],
  [86_399, '23h59m'],
  [90_000, '1d01h'],
  [86_400 * 400, '400d00h'],
])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text))

test.each([
  [0, '0K'],
  [1_720_320, '1.6M'],
  [1_572_864, '1.5M'],
  [800 * 1024, '800K'],
  [1000 * 1024, '1.0M'],
  [300 * 2 ** 20, '300M'],
  [5 * 2 ** 30, '5.0G'],
  [3 * 2 ** 50, '3072T'],
])('%d bytes are %s', (n, text) => expect(bytes(n)).toBe(text))
