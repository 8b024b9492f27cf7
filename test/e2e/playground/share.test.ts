import { describe, expect, test } from 'vitest'
import { MAKE } from '../../runtime/explain/journal-text.js'
import { shell } from '../../_kit/transcript.js'
import { temporary } from '../../_kit/temporary.js'
import { HAS_CHROMIUM, PATIENT, withPlayground } from '../../_kit/playground.js'

describe.skipIf(!HAS_CHROMIUM)('links', () => {
  const playground = withPlayground()
  const directory = temporary()

  test('the address opens to the same state', async () => {
    const page = await playground.open()
    await page.getByLabel('Subject', { exact: true }).fill("[%web 'any text' 5]")
    await page.getByLabel('Formula', { exact: true }).fill('[7 [0 7]\n   dec] ; one less')
    await page.locator('#product').getByText('4', { exact: true }).waitFor()
    await page.getByLabel('rules 6, 9, 11 spelt out').check()
    const number = page.locator('#step')
    await number.fill('30')
    await number.press('Enter')
    await page.waitForURL(/n=30&x=1/)
    const shown = await page.locator('#before').textContent()

    const other = await playground.open(new URL(page.url()).hash)
    await expect.poll(() => other.locator('#before').textContent(), PATIENT).toBe(shown)
    expect(await other.getByLabel('Subject', { exact: true }).inputValue()).toBe("[%web 'any text' 5]")
    expect(await other.getByLabel('Formula', { exact: true }).inputValue()).toBe(
      '[7 [0 7]\n   dec] ; one less',
    )
    expect(await other.locator('#step').inputValue()).toBe('30')
    expect(await other.getByLabel('rules 6, 9, 11 spelt out').isChecked()).toBe(true)
    await other.locator('#product').getByText('4', { exact: true }).waitFor()
  })

  test('the button copies the address', async () => {
    const page = await playground.open('#s=1&f=[0 1]', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('The link is copied.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url())
  })

  test('where the browser lets nobody copy, and where a link would be too long, that is said', async () => {
    const page = await playground.open('#s=1&f=[0 1]')
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('no'))`)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('The link is in the address bar.').waitFor()
    await page.getByLabel('Subject', { exact: true }).fill(`[${'1 '.repeat(60_000)}1]`)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText('This is too long for a link.').waitFor()
  })

  test('an example opens', async () => {
    const page = await playground.open()
    await page.getByLabel('Open an example').selectOption({ label: 'Fibonacci' })
    await page.locator('#product').getByText('13', { exact: true }).waitFor()
    await page.getByLabel('Open an example').selectOption({ label: 'supervise: a death, and a new start' })
    await page.locator('#product').getByText('[0 %web 1 43]', { exact: true }).waitFor()
    await page.waitForURL(/f=supervise/)
  })

  test('a link in an open page is followed', async () => {
    const page = await playground.open('#s=1&f=[0 1]')
    await page.locator('#product').getByText('1', { exact: true }).waitFor()
    await page.goto(`${playground.url}#s=2&f=[0 1]`)
    await page.locator('#product').getByText('2', { exact: true }).waitFor()
  })

  test('a decision out of a journal opens: its tape, its formula, and what was decided', async () => {
    const told = await shell(`${MAKE}; runock explain --journal decisions.jsonl --open web`, directory)
    const page = await playground.open(new URL(told.stdout.toString()).hash)
    await page.locator('#product').getByText('[0 %web 1 8]', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.locator('#before').getByText('[0 %web 1 8]', { exact: true }).waitFor()
  })
})
