import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/_kit/build.ts',
    setupFiles: 'test/_kit/begun.ts',
    maxWorkers: '100%', // most of the long ones wait for processes
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
