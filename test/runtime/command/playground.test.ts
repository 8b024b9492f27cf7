import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { PATIENT } from '../../_kit/playground.js'
import { temporary } from '../../_kit/temporary.js'
import { shell, transcript } from '../../_kit/transcript.js'
import { JOURNAL } from '../explain/journal-text.js'

const directory = temporary()
const MAIN = fileURLToPath(new URL('../../../.dist/runtime/main.js', import.meta.url))

transcript(String.raw`
  writes the page, for any web host

  $ runock playground --out public/nock/
  public/nock/icon.svg
  public/nock/index.html
  public/nock/page.js
  public/nock/style.css
  public/nock/worker.js
  $ ls public/nock
  icon.svg
  index.html
  page.js
  style.css
  worker.js
  $ runock playground --json --out public
  {"files":["public/icon.svg","public/index.html","public/page.js","public/style.css","public/worker.js"]}
  $ touch file
  $ runock playground --out file/page 2> /dev/null
  = 65
`)

transcript(String.raw`
  says what is wrong with its options

  $ runock playground --out public --open
  ! runock playground: --out serves nothing: without --port and --open
  = 64
  $ runock playground --port 70000
  ! runock playground: --port takes a port, 0 to 65535, not '70000'
  ! usage: runock playground [OPTIONS] (more: runock playground --help)
  = 64
`)

test('serves the page and nothing else, until it is ended: then it ends well', async () => {
  const served = spawn(process.execPath, [MAIN, 'playground', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void served.kill('SIGKILL'))
  const [line] = (await once(served.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString()) as { url: string }
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const page = await fetch(url)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toContain('<title>runock playground</title>')
  expect((await fetch(`${url}page.js`)).headers.get('content-type')).toMatch(/^text\/javascript/)
  expect((await fetch(`${url}package.json`)).status).toBe(404)
  expect((await fetch(`${url}..%2fruntime/main.js`)).status).toBe(404)
  served.kill('SIGTERM')
  expect(await once(served, 'exit')).toEqual([0, null])
})

/** A directory whose xdg-open writes down what it is to open. */
const browser = (): { readonly path: string; opened(): string | undefined } => {
  const place = join(directory, String(browsers++))
  mkdirSync(place)
  writeFileSync(
    join(place, 'xdg-open'),
    `#!/bin/sh\necho "$1" > ${place}/new && mv ${place}/new ${place}/opened\n`,
  )
  chmodSync(join(place, 'xdg-open'), 0o755)
  return {
    path: `${place}:${process.env['PATH']}`,
    opened: () =>
      existsSync(join(place, 'opened')) ? readFileSync(join(place, 'opened'), 'utf8') : undefined,
  }
}
let browsers = 0

test('opens its address in the browser, if it is to', async () => {
  const { path, opened } = browser()
  const served = spawn(process.execPath, [MAIN, 'playground', '--port', '0', '--open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: path },
  })
  onTestFinished(() => void served.kill('SIGKILL'))
  const [line] = (await once(served.stdout, 'data')) as [Buffer]
  await expect.poll(opened, PATIENT).toBe(line.toString())
})

test('on a terminal, runock explain --open opens the decision, and serves the page until it is ended', async () => {
  const { path, opened } = browser()
  writeFileSync(join(directory, 'decisions.jsonl'), JOURNAL)
  const words = `exec ${process.execPath} ${MAIN} explain --journal decisions.jsonl --open web`
  const explained = spawn('script', ['-qec', words, '/dev/null'], {
    cwd: directory,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PATH: path },
  })
  const ended = once(explained, 'exit')
  onTestFinished(() => void explained.kill('SIGKILL'))
  await expect.poll(opened, PATIENT).toMatch(/^http:\/\/127\.0\.0\.1:8064\/#s=.*&f=supervise\n$/)
  expect(await (await fetch('http://127.0.0.1:8064/')).text()).toContain('<title>runock playground</title>')
  explained.stdin.write('\x03') // Ctrl-C
  expect((await ended)[0]).toBe(0)
})

test('a port that is in use is told', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, stderr } = await shell(`runock playground --port ${port}`, '/')
  expect(code).toBe(111)
  expect(stderr.toString()).toBe(`runock playground: port ${port} of 127.0.0.1 is in use: name another\n`)
})
