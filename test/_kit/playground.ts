import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../.dist/runtime/main.js', import.meta.url))

const CHROMIUM = '/usr/bin/chromium'

export const HAS_CHROMIUM = existsSync(CHROMIUM)

/** The page in a real browser. */
export interface Playground {
  /** Its address. */
  readonly url: string
  /** A new window that shows it, once it is ready; with no storage of others. */
  open(fragment?: string, options?: BrowserContextOptions): Promise<Page>
}

/** Serves the page by the command, and starts Debian's chromium, for all tests of a file. */
export const withPlayground = (): Playground => {
  let served: ChildProcess
  let browser: Browser
  let url = ''

  beforeAll(async () => {
    served = spawn(process.execPath, [MAIN, 'playground', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(served.stdout!, 'data')) as [Buffer]
    url = line.toString().trim()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    served?.kill()
  })

  return {
    get url() {
      return url
    },
    async open(fragment = '', options = {}) {
      const context = await browser.newContext(options)
      onTestFinished(() => context.close())
      const page = await context.newPage()
      await page.goto(`${url}${fragment}`)
      await page.locator('html[data-ready]').waitFor()
      return page
    },
  }
}

/** For `expect.poll`: the machine may be busy. */
export const PATIENT = { timeout: 30_000 }
