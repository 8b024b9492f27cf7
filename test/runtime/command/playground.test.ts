import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { shell, transcript } from '../../_kit/transcript.js'

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

test('a port that is in use is told', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const { code, stderr } = await shell(`runock playground --port ${port}`, '/')
  expect(code).toBe(111)
  expect(stderr.toString()).toBe(`runock playground: port ${port} of 127.0.0.1 is in use: name another\n`)
})
