import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { type Page } from 'playwright-core'
import { HAS_CHROMIUM, withPlayground } from '../../_kit/playground.js'

describe.skipIf(!HAS_CHROMIUM)('the page', () => {
  const playground = withPlayground()

  const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  /** What axe-core finds, and where. */
  const violations = async (page: Page): Promise<unknown> => {
    await page.evaluate(AXE)
    return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => [html, failureSummary])]))`)
  }

  const WIDTHS = [1280, 390]
  const cases = WIDTHS.flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => [width, colorScheme] as const),
  )

  test.each(cases)(
    'at %i pixels, %s: axe-core finds nothing, and nothing is cut off',
    async (width, colorScheme) => {
      const page = await playground.open('#lesson=axes&s=[1 2]&f=[4 0 6]&n=1', {
        viewport: { width, height: 900 },
        colorScheme,
      })
      await page.locator('#after .crash').waitFor()
      await page.getByLabel('Subject', { exact: true }).fill('[1 2')
      await page.locator('#subject-mistake').getByText('never closed').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Subject', { exact: true }).fill('[1 2]')
      await page.locator('#product.crash').waitFor()
      await page.getByRole('button', { name: 'Check' }).click()
      await page.locator('#lesson-verdict').getByText('not yet').waitFor()
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    },
  )

  test('the switch turns dark to light, for the next visit too', async () => {
    const page = await playground.open('', { colorScheme: 'dark' })
    const ink = () => page.evaluate<string>('getComputedStyle(document.body).color')
    const dark = await ink()
    await page.getByRole('button', { name: 'Light' }).click()
    const light = await ink()
    expect(light).not.toBe(dark)
    await page.reload()
    await page.getByRole('button', { name: 'Dark' }).waitFor()
    expect(await ink()).toBe(light)
  })

  test('all that it asks for is its own files, and its policy allows no more', async () => {
    const page = await playground.open()
    const asked = new Set<string>()
    const complaints: string[] = []
    page.context().on('request', (request) => asked.add(request.url().split('#')[0]!))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const response = await page.reload()
    await page.locator('#product').getByText('42', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Lessons' }).click()
    await page.getByRole('button', { name: 'Check' }).click()
    await page.locator('#lesson-verdict').getByText('not yet').waitFor()
    expect([...asked].filter((url) => !url.startsWith(playground.url))).toEqual([])
    expect(asked).toContain(`${playground.url}page.js`)
    expect(complaints).toEqual([])
    expect(response!.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(await page.evaluate(`fetch('style.css').then(() => 'answered', () => 'refused')`)).toBe('refused')
  })

  test('works by the keyboard alone', async () => {
    const page = await playground.open('#s=41&f=[4 0 1]')
    const focus = () => page.evaluate<string>('document.activeElement.id')
    const seen: string[] = []
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      seen.push(await focus())
    }
    expect(seen).toEqual(
      expect.arrayContaining([
        'example',
        'lessons',
        'share',
        'theme',
        'subject',
        'formula',
        'product',
        'expanded',
        'forth',
      ]),
    )
    expect(seen.indexOf('subject')).toBeLessThan(seen.indexOf('formula'))
    await page.locator('#forth').focus()
    await page.keyboard.press('Enter')
    await page.locator('#sentence').getByText('Rule 0 takes').waitFor()
  })
})
