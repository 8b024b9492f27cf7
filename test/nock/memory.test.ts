import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const BUILT = new URL('../../.dist/nock/noun.js', import.meta.url)

/** The heap of a process that holds a noun and nothing else, in bytes: what is alive, not what a collector left. */
const heapOf = (noun: string): number => {
  const script = `
    import { Cell } from ${JSON.stringify(BUILT.href)}
    const list = (n) => { let noun = 0; for (let i = 0; i < n; i++) noun = new Cell(i, noun); return noun }
    globalThis.kept = ${noun}
    globalThis.gc()
    process.stdout.write(String(process.memoryUsage().heapUsed))`
  const words = ['--expose-gc', '--input-type=module', '--eval', script]
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }))
}

test('a list of a million takes less than 60 MB', () => {
  const heap = heapOf('list(1_000_000)')
  expect(heap).toBeLessThan(60e6)
  expect(heap - heapOf('list(0)')).toBeGreaterThan(30e6) // it is there
})
