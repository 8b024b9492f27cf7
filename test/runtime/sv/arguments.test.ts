import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Request, parseArguments } from '../../../runtime/sv/arguments.js'
import { COMMANDS, commandOf } from '../../../runtime/sv/commands.js'

const request = (line: string, svwait?: string): Request => {
  const parsed = parseArguments(line.split(' '), svwait)
  if (parsed._tag === 'Left') throw new Error(parsed.left)
  if (parsed.right === 'help') throw new Error('help')
  return parsed.right
}

describe('sv’s command line', () => {
  test.each<readonly [string, Partial<Request>]>([
    ['up web', { services: ['web'], waits: false, limit: 7000, json: false }],
    ['-v up web db', { services: ['web', 'db'], waits: true, limit: 7000 }],
    ['-w 3 up web', { waits: true, limit: 3000 }],
    ['-w3 up web', { waits: true, limit: 3000 }],
    ['-vw3 up web', { waits: true, limit: 3000 }],
    ['-vw 0.25 up web', { waits: true, limit: 250 }],
    ['up web -w 3 --json', { services: ['web'], waits: true, limit: 3000, json: true }],
    ['-- up -w', { services: ['-w'], waits: false }],
    ['up -- --all', { services: ['--all'] }],
    ['restart web', { waits: true }],
    ['status', { services: 'all', waits: false }],
    ['s --json', { services: 'all', json: true }],
    ['down --all', { services: 'all' }],
  ])('%s', (line, expected) => {
    expect(request(line)).toMatchObject(expected)
  })

  test('takes the limit from SVWAIT, and rather from -w', () => {
    expect(request('up web', '12')).toMatchObject({ limit: 12_000, waits: false })
    expect(request('-w1 up web', '12')).toMatchObject({ limit: 1000 })
    expect(request('up web', '')).toMatchObject({ limit: 7000 })
  })

  test.each([
    ['', 'which command?'],
    ['-v', 'which command?'],
    ['stauts web', "no command 'stauts'; did you mean status?"],
    ['rest web', "no command 'rest'; did you mean restart?"],
    ['che web', "no command 'che'; did you mean check?"],
    ['usr1 web', "no command 'usr1'"],
    ['constructor web', "no command 'constructor'"],
    ['up', 'up takes a service, or --all'],
    ['restart', 'restart takes a service, or --all'],
    ['up --all web', "--all is every service: it leaves no room for 'web'"],
    ['-x up web', "no option '-x'"],
    ['-vx up web', "no option '-x'"],
    ['--jsn up web', "no option '--jsn'"],
    ['up web -w', '-w takes a number of seconds'],
    ['-w abc up web', "-w takes a number of seconds, not 'abc'"],
    ['-w -1 up web', "-w takes a number of seconds, not '-1'"],
  ])('%s: %s', (line, reason) => {
    expect(parseArguments(line === '' ? [] : line.split(' '), undefined)).toEqual({
      _tag: 'Left',
      left: reason,
    })
  })

  test('says that SVWAIT is no number', () => {
    expect(parseArguments(['up', 'web'], 'soon')).toEqual({
      _tag: 'Left',
      left: "SVWAIT takes a number of seconds, not 'soon'",
    })
  })

  test('means the same wherever its options stand', () => {
    const options = fc.subarray([['-v'], ['-w', '5'], ['--json']])
    const words = fc.array(fc.stringMatching(/^[a-z./][a-z./-]*$/), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(options, words, fc.nat(4), (options, services, at) => {
        const line = ['restart', ...services]
        const flags = options.flat()
        const behind = parseArguments([...line, ...flags], undefined)
        expect(parseArguments([...flags, ...line], undefined)).toEqual(behind)
        expect(parseArguments([...line.slice(0, at), ...flags, ...line.slice(at)], undefined)).toEqual(behind)
      }),
    )
  })

  test('of any words has a request or a reason', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('-w', '-v', '--', '--all', 'up', 'status', '7'))
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        const parsed = parseArguments(argv, undefined)
        expect(parsed._tag === 'Left' ? typeof parsed.left : typeof parsed.right).toMatch(/string|object/)
      }),
    )
  })

  test.each([
    ...Object.entries({ u: 'up', d: 'down', o: 'once', s: 'status', x: 'exit', e: 'exit', p: 'pause' }),
    ...Object.entries({ c: 'cont', h: 'hup', a: 'alarm', i: 'interrupt', q: 'quit', t: 'term', k: 'kill' }),
    ...Object.entries({ D: 'force-stop', T: 'force-reload', X: 'force-shutdown', E: 'force-shutdown' }),
    ...Object.entries({ stat: 'status', inter: 'interrupt', con: 'cont', ex: 'exit', 1: '1', 2: '2' }),
  ])('%s is %s', (word, name) => {
    expect(commandOf(word)).toBe(COMMANDS[name])
  })

  test.each(['', 'sta', 're', 'f', 'force', 'ch', 'r', '3', 'U', 'upp', 'toString'])('%s is none', (word) => {
    expect(commandOf(word)).toBeUndefined()
  })
})
