import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Measurements: they print figures and assert nothing. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: ['test/bench/*.bench.ts'], globalSetup: 'test/_kit/build.ts', fileParallelism: false },
})
