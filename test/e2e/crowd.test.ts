import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { supervise } from '../_kit/supervised.js'
import { temporary } from '../_kit/temporary.js'

const LINKS = 1000
const aside = temporary()

interface Line {
  readonly line: string
  readonly service?: string
  readonly why?: string
}

test('a thousand links come and go, and their neighbours are started again meanwhile', async () => {
  const journal = join(aside, 'journal')
  const lines = (): readonly Line[] =>
    readFileSync(journal, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line)
  const neighbours = ['n1', 'n2', 'n3', 'n4', 'n5']
  await using tree = await supervise(
    Object.fromEntries(neighbours.map((name) => [name, { run: '#!/bin/sh\nexit 0\n' }])),
    '--journal',
    journal,
  )
  /** What the supervisor decided of the neighbours from the first to the last time that a link came, or went. */
  const between = (kind: 'new' | 'gone'): number => {
    const all = lines()
    const isLink = ({ line, service, why }: Line): boolean =>
      line === 'service' && why === kind && service?.startsWith('link') === true
    const [first, last] = [all.findIndex(isLink), all.findLastIndex(isLink)]
    expect(all.filter(isLink).length).toBe(LINKS)
    return all.slice(first, last).filter(({ line }) => line === 'decision').length
  }
  /** Waits until the journal tells of so many; only the test's own limit ends it. */
  const told = async (kind: 'new' | 'gone', count: number): Promise<void> => {
    while (readFileSync(journal, 'utf8').split(`"why":"${kind}"`).length <= count) await pause(100)
  }

  const links = Array.from({ length: LINKS }, (_, i) => `link${i}`)
  for (const name of links) {
    mkdirSync(join(aside, name))
    writeFileSync(join(aside, name, 'down'), '')
    symlinkSync(join(aside, name), tree.path(name))
  }
  await told('new', LINKS + neighbours.length)
  expect(between('new')).toBeGreaterThan(0)

  for (const name of links) rmSync(tree.path(name))
  await told('gone', LINKS)
  expect(between('gone')).toBeGreaterThan(0)
  expect(await tree.end()).toBe(0)
}, 180_000)
