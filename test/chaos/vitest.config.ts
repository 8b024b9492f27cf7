import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The long form: RUNOCK_CHAOS_SECONDS of chaos, and every other hardship; it prints its figures. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/chaos/*.chaos.ts', 'test/e2e/chaos.test.ts'],
    globalSetup: 'test/_kit/build.ts',
    fileParallelism: false,
    testTimeout: 60_000,
  },
})
