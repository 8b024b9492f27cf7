import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { type Noun, cell, mug } from '../../../nock/index.js'
import { FIRST, unseal } from '../../../runtime/journal/chain.js'
import { Journal } from '../../../runtime/journal/journal.js'
import { type Line, decodeLine } from '../../../runtime/journal/line.js'
import { namer } from '../../../runtime/formulas/index.js'
import { book } from '../../_kit/book.js'
import { allWell, downService, started, stopped } from '../../_kit/decisions.js'

/** A journal that writes into memory, where there is room for so many lines. */
const inMemory = (options: { all?: boolean; size?: number } = {}) => {
  const files: string[][] = [[]]
  let time = Date.UTC(2026, 10, 23)
  const state = { room: Infinity, files, pass: (ms: number) => (time += ms) }
  const write = (line: string): boolean => {
    if (state.room < 1) return false
    state.room--
    files.at(-1)!.push(line)
    return true
  }
  const journal = new Journal({
    sink: {
      write,
      nextFile: (head) => {
        files.push([])
        files.at(-1)!.push(head)
      },
    },
    end: { number: 1, chain: FIRST, size: 0 },
    now: () => new Date(time),
    nameOf: namer(book),
    all: options.all ?? false,
    size: options.size ?? Infinity,
  })
  journal.start({ runock: '1.2.3', pid: 7, directory: '/services', torn: 0 })
  return { journal, state }
}

/** The lines of files, held against the chain throughout. */
const read = (files: readonly (readonly string[])[]): Line[] => {
  let chain = FIRST
  return files.flat().map((text) => {
    expect(text.endsWith('\n')).toBe(true)
    chain = unseal(chain, Buffer.from(text.slice(0, -1))) ?? expect.fail(`the chain breaks at ${text}`)
    const line = decodeLine(JSON.parse(text))
    return line._tag === 'Right' ? line.right : expect.fail(line.left)
  })
}

/** Lines without what is long or the same everywhere. */
const brief = (files: readonly (readonly string[])[]): string[] =>
  files.map((file) =>
    file
      .map((text) => {
        const {
          line,
          time: _,
          chain: _c,
          noun,
          previous: _p,
          ...rest
        } = JSON.parse(text) as Record<string, unknown>
        const shown = line === 'formula' ? rest : noun === undefined ? rest : { ...rest, noun }
        return [line, ...Object.values(shown)].join(' ')
      })
      .join('\n'),
  )

test('what it writes', () => {
  const { journal, state } = inMemory()
  journal.took(downService('web'), 'new')
  journal.decided(started('web', 24930)) // whose bytes spell a word
  journal.decided(allWell('web', 24930))
  journal.decided(stopped('web', 24930, false))
  journal.decided(stopped('web', 24930))
  journal.left(downService('web'))
  journal.close()
  expect(brief(state.files)).toMatchInlineSnapshot(`
    [
      "journal 1 1
    start 1.2.3 7 /services
    service web new [%web 0 0]
    formula 0x15b36d97 supervise
    decision web supervise 0x15b36d97 [0 %web 0 0] [[[%spawn %web] 24930] 0] [0 %web 1 24930]
    formula 0x2ef829b5 stop
    decision web d 0x2ef829b5 [0 %web 1 24930] [[[%kill 9 24930] 1] 0] crash: axis, rule 0, axis 0
    decision web d 0x2ef829b5 [0 %web 1 24930] [[[%kill 9 24930] 0] [[%finish %web 5000] 1] 0] [0 %web 0 0]
    service web gone [%web 0 0]
    quiet 1
    end",
    ]
  `)
  read(state.files)
})

test('a line is readable as it stands', () => {
  const { journal, state } = inMemory()
  journal.decided(started('größer', 4242))
  expect(state.files[0]!.at(-1)).toMatchInlineSnapshot(`
    "{"line":"decision","time":"2026-11-23T00:00:00.000Z","service":"größer","event":"supervise","formula":"0x15b36d97","subject":"[0 'größer' 0 0]","tape":"[[[%spawn 'größer'] 4242] 0]","product":"[0 'größer' 1 4242]","chain":"68e61ae8012ee3dcba1221f1beaba4ccf10355079b19749803fb6a827f91cee4"}
    "
  `)
})

describe('a formula', () => {
  test('stands once in each file, before the first decision that names it', () => {
    const { journal, state } = inMemory()
    for (let pid = 1; pid < 4; pid++) {
      journal.decided(started('web', pid))
      journal.decided(stopped('web', pid))
    }
    journal.turn()
    journal.decided(started('web', 9))
    const kinds = state.files.map((file) => file.map((text) => (JSON.parse(text) as Line).line).join(' '))
    expect(kinds).toEqual([
      'journal start formula decision formula decision decision decision decision decision',
      'journal service formula decision',
    ])
  })

  test('an equal one of other cells is the same', () => {
    const { journal, state } = inMemory()
    journal.decided({ ...started('web', 1), formula: cell(4, 0, 1) })
    journal.decided({ ...started('web', 1), formula: cell(4, 0, 1) })
    expect(read(state.files).filter(({ line }) => line === 'formula').length).toBe(1)
  })

  test('another one of the same hash gets an id of its own', () => {
    const [one, other] = sameMug()
    const { journal, state } = inMemory()
    for (const formula of [one, other, one, other]) journal.decided({ ...started('web', 1), formula })
    const lines = read(state.files)
    const hash = `0x${mug(one).toString(16).padStart(8, '0')}`
    expect(lines.flatMap((line) => (line.line === 'formula' ? [line.formula] : []))).toEqual([
      hash,
      `${hash}-2`,
    ])
    expect(lines.flatMap((line) => (line.line === 'decision' ? [line.formula] : []))).toEqual([
      hash,
      `${hash}-2`,
      hash,
      `${hash}-2`,
    ])
  })
})

/** Two nouns of one mug, found by trying: of some 2^16 mugs of 31 bits, two are mostly the same. */
const sameMug = (): readonly [Noun, Noun] => {
  const seen = new Map<number, Noun>()
  for (let n = 0; ; n++) {
    const noun = cell(1, n)
    const other = seen.get(mug(noun))
    if (other !== undefined) return [other, noun]
    seen.set(mug(noun), noun)
  }
}

describe('looks that found all well', () => {
  test('are counted, and summed up about once a minute and at the end', () => {
    const { journal, state } = inMemory()
    journal.decided(started('web', 1))
    for (let i = 0; i < 200; i++) {
      state.pass(750)
      journal.decided(allWell('web', 1))
    }
    journal.close()
    const counts = read(state.files).flatMap((line) => (line.line === 'quiet' ? [line.count] : []))
    expect(counts).toEqual([81, 81, 38])
  })

  test('are written when all is wanted', () => {
    const { journal, state } = inMemory({ all: true })
    journal.decided(started('web', 1))
    journal.decided(allWell('web', 1))
    expect(read(state.files).filter(({ line }) => line === 'decision').length).toBe(2)
  })
})

describe('a new file', () => {
  test('begins with a head that follows on the last, and with what every service is', () => {
    const { journal, state } = inMemory({ size: 4_000 })
    journal.took(downService('web'), 'new')
    journal.took(downService('db'), 'new')
    journal.left(downService('db'))
    for (let pid = 1; pid < 30; pid++) {
      journal.decided(started('web', pid))
      journal.decided(stopped('web', pid))
    }
    expect(state.files.length).toBeGreaterThan(3)
    read(state.files)
    for (const [i, file] of state.files.entries()) {
      const lines = file.map((text) => JSON.parse(text) as Line)
      expect(lines[0]).toMatchObject({ line: 'journal', number: i + 1 })
      expect(lines[1]).toMatchObject(
        i === 0 ? { line: 'start' } : { line: 'service', service: 'web', why: 'here' },
      )
      expect(file.join('').length).toBeLessThan(4_000 + 1_500)
    }
  })

  test('however small they are to be, each has a decision at least', () => {
    const { journal, state } = inMemory({ size: 1 })
    for (const name of ['a', 'b', 'c']) journal.took(downService(name), 'new')
    for (let pid = 1; pid < 5; pid++) journal.decided(started('a', pid))
    expect(
      state.files.slice(0, -1).map((file) => file.filter((text) => text.includes('"decision"')).length),
    ).toEqual([1, 1, 1, 1])
  })
})

test('where there is no room, what is lost is counted, and then it says what the services are now', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(5)), { maxLength: 40 }), fc.boolean(), (moves, turns) => {
      const { journal, state } = inMemory()
      journal.took(downService('web'), 'new')
      let written = 0
      let pid = 0
      for (const [kind, room] of moves) {
        if (kind === 0) state.room = room
        else if (kind === 1 && turns) journal.turn()
        else {
          journal.decided(pid === 0 ? started('web', ++written) : stopped('web', pid))
          pid = pid === 0 ? written : 0
        }
      }
      state.room = Infinity
      journal.decided(pid === 0 ? started('web', ++written) : stopped('web', pid))
      // the services' states pass on from line to line, but for where lines were lost
      let known: string | undefined
      const breaks: string[] = []
      for (const text of state.files.flat()) {
        const { line, why, noun, subject, product } = JSON.parse(text) as Record<string, string>
        const before = line === 'decision' ? subject!.replace('[0 ', '[') : why === 'here' ? noun : undefined
        if (known !== undefined && before !== undefined && before !== known) breaks.push(text)
        if (line === 'lost') known = undefined
        if (line === 'service') known = noun
        if (line === 'decision') known = product!.replace('[0 ', '[')
      }
      expect(breaks).toEqual([])
      read(state.files)
    }),
  )
})
