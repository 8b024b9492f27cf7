import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { builtPage, writePage } from '../../../runtime/playground/built.js'

const read = (name: string): string => readFileSync(join(builtPage(), name), 'utf8')

test('its JavaScript is under 150 KB, gzipped', () => {
  const size = ['page.js', 'worker.js'].map((name) => gzipSync(read(name)).length).reduce((a, b) => a + b)
  expect(size).toBeLessThan(150_000)
  expect(size).toBeGreaterThan(10_000)
})

test('its files name each other relative to themselves', () => {
  const names = [...read('index.html').matchAll(/(?:src|href)="([^"]*)"/g)].map(([, name]) => name!)
  expect(names.sort()).toEqual(['icon.svg', 'page.js', 'style.css'])
  expect(readdirSync(builtPage())).toEqual(expect.arrayContaining(names))
  expect(read('page.js')).toContain('new URL("worker.js",import.meta.url)')
})

test('its policy stands in it, for hosts that send none', () => {
  expect(read('index.html')).toContain(`content="default-src 'none'; script-src 'self';`)
})

test('is written out as it is', () => {
  const out = mkdtempSync(join(tmpdir(), 'runock-'))
  onTestFinished(() => rmSync(out, { recursive: true }))
  const names = writePage(join(out, 'a', 'b'))
  expect(names).toEqual(['icon.svg', 'index.html', 'page.js', 'style.css', 'worker.js'])
  for (const name of names) expect(readFileSync(join(out, 'a', 'b', name), 'utf8')).toBe(read(name))
})
