import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SLEEPS, signal, supervise, until } from '../_kit/supervised.js'
import { temporary } from '../_kit/temporary.js'
import { shell } from '../_kit/transcript.js'

test('runock supervise --hook tells of each change, and its script is no service', async () => {
  const directory = temporary()
  const [hook, said] = [join(directory, 'hook'), join(directory, 'said')]
  writeFileSync(hook, `#!/bin/sh\necho "$1 $2 $3 $4 $5 mark:$RUNOCK_SERVICE" >> ${said}\n`, { mode: 0o755 })
  const lines = (): string => (existsSync(said) ? readFileSync(said, 'utf8') : '')
  await using tree = await supervise({ web: { run: SLEEPS } }, '--hook', hook)
  const first = await tree.up('web')
  await until('the start', () => lines().includes(`started web ${first} 0 0 mark:\n`))
  signal(first, 'SIGKILL')
  const second = await tree.up('web', first)
  await until('the restart', () => lines().includes(`started web ${second} 0 0 mark:\n`))
  tree.control('web', 'x')
  await until('the end', () => lines().includes('gone web'))
  expect(lines().trim().split('\n')).toEqual([
    `started web ${first} 0 0 mark:`,
    `died web ${first} -1 9 mark:`,
    `started web ${second} 0 0 mark:`,
    `died web ${second} -1 9 mark:`,
    'gone web 0 0 0 mark:',
  ])
  expect(await tree.end()).toBe(0)
  expect(tree.processes()).toEqual([])
})

test('a hook that hangs or fails holds up no restart', async () => {
  const hook = join(temporary(), 'hook')
  writeFileSync(hook, '#!/bin/sh\ntest "$1" = died && exec sleep 1000\nexit 9\n', { mode: 0o755 })
  await using tree = await supervise({ web: { run: SLEEPS } }, '--hook', hook)
  let pid = await tree.up('web')
  await tree.said(/the hook: .*hook: ended with code 9/)
  for (let i = 0; i < 5; i++) {
    signal(pid, 'SIGKILL')
    pid = await tree.up('web', pid) // the first of them is hanging in the hook
  }
  tree.supervisor.kill('SIGTERM')
  await tree.said(/SIGTERM: taking every service down/)
  expect(await tree.end()).toBe(0) // a second one: it does not wait for the hook either
  expect(tree.processes()).toEqual([])
})

test('a hook that cannot be run is told before any service is started', async () => {
  const directory = temporary()
  writeFileSync(join(directory, 'hook'), '#!/bin/sh\n')
  const run = await shell(
    'runock supervise --hook hook . ; echo $?; runock supervise --hook nowhere .',
    directory,
  )
  expect(run.stdout.toString()).toBe('65\n')
  expect(run.code).toBe(65)
  expect(run.stderr.toString()).toBe(
    `runock supervise: --hook: ${directory}/hook is not executable: chmod +x ${directory}/hook\n` +
      `runock supervise: --hook: ${directory}/nowhere does not exist\n`,
  )
})
