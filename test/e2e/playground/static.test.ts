import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writePage } from '../../../runtime/playground/built.js'
import { HAS_CHROMIUM, withPlayground } from '../../_kit/playground.js'
import { temporary } from '../../_kit/temporary.js'

describe.skipIf(!HAS_CHROMIUM)('from a web host', () => {
  const playground = withPlayground()
  const directory = temporary()

  const TYPES: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
  }

  /** A web host that knows nothing of the page: files under a path, by their names, and no policy. */
  let host: Server
  let url = ''
  beforeAll(async () => {
    writePage(directory)
    host = createServer((request, response) => {
      const name = /^\/~someone\/nock\/(\w+\.\w+)$/.exec(request.url!)?.[1] ?? ''
      readFile(join(directory, name)).then(
        (bytes) => response.setHeader('content-type', TYPES[name.split('.')[1]!]!).end(bytes),
        () => response.writeHead(404).end(),
      )
    }).listen(0, '127.0.0.1')
    await once(host, 'listening')
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/~someone/nock/index.html`
  })
  afterAll(() => void host?.close())

  test('works from any web host, under any path, and holds itself to its policy there', async () => {
    const page = await playground.open()
    await page.goto(`${url}#s=43&f=dec&n=3`)
    await page.locator('#product').getByText('42', { exact: true }).waitFor()
    await page.locator('#near [aria-current]').getByText('3', { exact: true }).waitFor()
    expect(await page.evaluate(`fetch('style.css').then(() => 'answered', () => 'refused')`)).toBe('refused')
  })
})
