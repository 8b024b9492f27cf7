import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const BUILT = resolve(import.meta.dirname, '../../../.dist')

/** Whatever is loaded with a module: our files by their paths, packages by their names. */
const loadedWith = (file: string, loaded = new Set<string>()): ReadonlySet<string> => {
  if (loaded.has(file)) return loaded
  loaded.add(file)
  for (const [, from] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export|\}) ?[^;()]*?['"]([^'"]+)['"];?$/gm,
  )) {
    const path = join(dirname(file), from!)
    if (from!.startsWith('.') && existsSync(path)) loadedWith(path, loaded)
    else loaded.add(from!)
  }
  return loaded
}

test('a supervisor without --metrics, --hook loads nothing of them', () => {
  const loaded = [...loadedWith(join(BUILT, 'runtime/tree/supervise.js'))]
  expect(loaded).toContain(join(BUILT, 'runtime/supervision/supervisor.js'))
  expect(loaded).toContain('pino')
  expect(
    loaded.filter((one) => /prom-client|^node:http$|\/(metrics|hook|top|completion|manual)\//.test(one)),
  ).toEqual([])
})

test('what is looked for is found where it is loaded', () => {
  const loaded = [...loadedWith(join(BUILT, 'runtime/metrics/open.js'))]
  expect(loaded).toContain('prom-client')
  expect(loaded).toContain('node:http')
})
