import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Here a file's tests find the modules as those before left them: loading them for each would take longer than the tests. */
const TOGETHER = 'test/{nock,jets,formulas,runtime}/**/*.test.ts'

const each = { setupFiles: 'test/_kit/setup.ts', testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    globalSetup: 'test/_kit/build.ts',
    maxWorkers: '100%', // most of the long ones wait for processes
    projects: [
      { extends: true, test: { ...each, name: 'together', include: [TOGETHER], isolate: false } },
      {
        extends: true,
        test: { ...each, name: 'apart', include: ['test/**/*.test.ts'], exclude: [TOGETHER] },
      },
    ],
  },
})
