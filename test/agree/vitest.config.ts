import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The long form of test/nock/agree.test.ts: RUNOCK_RUNS pairs, RUNOCK_SEED to draw the same again. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/agree/*.agree.ts'],
    reporters: ['verbose'], // a line for each chunk
  },
})
