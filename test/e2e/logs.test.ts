import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { HAS_RUNIT } from '../_kit/runit.js'
import { type Files, supervise, until } from '../_kit/supervised.js'
import { temporaryDirectory } from '../runtime/supervise/service.js'

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

/** `runock logs -f` of a service: what it has shown so far. */
const follow = (service: string): { text: string } => {
  const shown = { text: '' }
  const child = spawn(process.execPath, [PROGRAM, 'logs', '-f', '-n', 'all', service], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.on('data', (bytes: Buffer) => (shown.text += bytes.toString()))
  onTestFinished(() => void child.kill())
  return shown
}

const LINES = 3000
const WRITES = `#!/bin/sh
echo first
until test -e go; do sleep 0.01; done
for i in $(seq 1 30); do seq $((i * 100 - 99)) $((i * 100)); sleep 0.02; done
exec sleep 1000
`

const SVLOGD = '#!/bin/sh\nmkdir -p main\nprintf "s2000\\nn100\\n" > main/config\nexec svlogd ./main\n'

test.for<[string, Files, boolean]>([
  ['the supervisor', {}, true],
  ['svlogd', { 'log/run': SVLOGD }, HAS_RUNIT],
])('-f shows each line once, in order, while %s sets files aside', async ([, log, isThere], { skip }) => {
  if (!isThere) skip()
  const logs = temporaryDirectory()
  const limits = ['--log', logs, '--log-size', '2K', '--log-keep', '100']
  await using tree = await supervise({ web: { run: WRITES, ...log } }, ...limits)
  const place = log['log/run'] === undefined ? `${logs}/web` : tree.path('web/log/main')
  await until('its first line', () => existsSync(`${place}/current`))
  const shown = follow(tree.path('web'))
  await until('the first line', () => shown.text === 'first\n')
  writeFileSync(tree.path('web/go'), '')
  await until('the last line', () => shown.text.endsWith(`\n${LINES}\n`))
  const numbers = Array.from({ length: LINES }, (_, i) => `${i + 1}\n`).join('')
  expect(shown.text).toBe(`first\n${numbers}`)
})
