import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { table } from '../../../runtime/command/table.js'
import { plain, terms } from '../../../runtime/manual/roff.js'
import { temporary } from '../../_kit/temporary.js'

const WRITE = join(import.meta.dirname, '../../../.dist/runtime/manual/write.js')
const file = join(temporary(), 'runock.1')
let page: string

beforeAll(() => {
  const { stderr, status } = spawnSync(process.execPath, [WRITE, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  page = readFileSync(file, 'utf8')
})

/** By which a terminal of paper prints bold. */
const BACKSPACE = '\b'

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

describe('the manual page', () => {
  test('has every command, and every option of it', async () => {
    for (const [name, entry] of table) {
      const { options, forms } = await (await entry.load()).command.outline()
      const part = page.split('\n.SS ').find((one) => one.startsWith(`"${plain(forms[0]!)}"`))
      const missing = options.filter(({ flags }) => !part?.includes(`.B "${plain(flags.join(', '))}`))
      expect([name, part !== undefined, missing]).toEqual([name, true, []])
    }
  })

  test('starts nothing of its own: no line of text is taken for a request', () => {
    const requests = page.split('\n').filter((line) => /^[.']/.test(line))
    const known = ['.TH', '.SH', '.SS', '.PP', '.TP', '.B', '.RS', '.RE', '.nf', '.fi']
    for (const line of requests) expect(known).toContain(line.split(' ')[0])
  })

  test.skipIf(!has('mandoc'))('is well formed, and readable', () => {
    const lint = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', file], { encoding: 'utf8' })
    expect(lint.stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual(
      [],
    )
    const shown = spawnSync('mandoc', ['-T', 'ascii', file], { encoding: 'utf8' }).stdout
    const text = shown.replaceAll(new RegExp(`.${BACKSPACE}`, 'gs'), '')
    expect(text).toContain('--journal-sync WHEN')
    expect(text).toContain("$ runock nock 41 '[4 0 1]'")
    expect(text).toContain('force-stop, force-restart, force-reload, force-shutdown')
  })
})

test('text stays what it is', () => {
  expect(plain(".x\n'y\n\\z a-b … ’")).toBe("\\&.x\n\\&'y\n\\ez a\\-b ... \\[u2019]")
  expect(terms([['--a "b"', 'c']])).toBe('.TP\n.B "\\-\\-a \\(dqb\\(dq"\nc')
})
