import { type Locator, type Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { HAS_CHROMIUM, PATIENT, withPlayground } from '../../_kit/playground.js'

describe.skipIf(!HAS_CHROMIUM)('the trees', () => {
  const playground = withPlayground()

  const node = (page: Page, tree: string, axis: number): Locator =>
    page.locator(`#${tree}-tree [data-axis="${axis}"]`)

  /** The axes of the nodes that are lit. */
  const lit = (page: Page, tree: string, how = 'lit'): Promise<readonly (string | null)[]> =>
    page
      .locator(`#${tree}-tree .${how}`)
      .evaluateAll((nodes) =>
        nodes.map((one: { getAttribute(name: string): string | null }) => one.getAttribute('data-axis')),
      )

  test('a node tells its axis when it is pressed', async () => {
    const page = await playground.open('#s=[[1 2] %web 4]&f=[0 6]')
    await node(page, 'subject', 6).click()
    const told = page.locator('#subject-tree .told')
    expect(await told.textContent()).toBe('axis 6: %web; rule 0 takes it: [0 6]')
    await node(page, 'product', 1).click()
    expect(await page.locator('#product-tree .told').textContent()).toBe(
      'axis 1: %web; rule 0 takes it: [0 1]',
    )
  })

  test('arrows lead from node to node', async () => {
    const page = await playground.open('#s=[[1 2] 3 4]&f=[0 1]')
    await node(page, 'subject', 1).focus()
    for (const [key, axis] of [
      ['ArrowRight', 3],
      ['ArrowLeft', 6],
      ['ArrowUp', 3],
      ['ArrowUp', 1],
      ['ArrowDown', 2],
    ] as const) {
      await page.keyboard.press(key)
      await page.locator('#subject-tree .told').getByText(`axis ${axis}:`).waitFor()
      expect(await page.locator('#subject-tree [tabindex="0"]').getAttribute('data-axis')).toBe(String(axis))
    }
  })

  test('who is at a node stays there when the tree is another one', async () => {
    const page = await playground.open('#s=1&f=[8 [0 1] 8 [0 1] 0 2]&n=2')
    await page.locator('#subject-tree h2').getByText('Subject of step 2').waitFor()
    await node(page, 'subject', 3).click()
    await page.locator('#near button', { hasText: /^4/ }).hover()
    await page.locator('#subject-tree h2').getByText('Subject of step 4').waitFor()
    expect(await page.evaluate('document.activeElement.getAttribute("data-axis")')).toBe('3')
  })

  test('a step lights what it takes of its subject, and the formula that it reduces', async () => {
    const page = await playground.open('#s=[1 2 3]&f=[[0 3] 4 0 2]&n=1')
    await expect.poll(() => lit(page, 'subject'), PATIENT).toEqual(['3', '6', '7'])
    expect(await lit(page, 'formula')).toEqual(['2', '4', '5'])
    expect(await page.locator('#subject-tree h2').textContent()).toBe('Subject of step 1')
  })

  test('pointing at another step lights what that one touches', async () => {
    const page = await playground.open('#s=[1 2 3]&f=[[0 3] 4 0 2]&n=1')
    await page.locator('#near button', { hasText: '*[[1 2 3] 0 2]' }).hover()
    await expect.poll(() => lit(page, 'subject'), PATIENT).toEqual(['2'])
    await page.locator('h1').hover()
    await expect.poll(() => lit(page, 'subject'), PATIENT).toEqual(['3', '6', '7'])
  })

  test('a crash marks where the way ended', async () => {
    const page = await playground.open('#s=[1 2]&f=[0 12]')
    await expect.poll(() => lit(page, 'subject', 'wrong'), PATIENT).toEqual(['3'])
  })

  test('of a part that is too far down to be drawn, what stands for it is lit', async () => {
    const page = await playground.open(`#s=5&f=${'[4 '.repeat(45)}0 1${']'.repeat(45)}&n=43`)
    await expect.poll(() => lit(page, 'formula'), PATIENT).toEqual([String(2n ** 41n - 1n)])
  })

  test('a tree is made larger and smaller', async () => {
    const page = await playground.open('#s=[1 2]&f=[0 1]')
    const svg = page.locator('#subject-tree svg')
    const width = async (): Promise<number> => Number(await svg.getAttribute('width'))
    await svg.waitFor()
    const first = await width()
    await page.getByRole('button', { name: 'Larger: the subject tree' }).click()
    expect(await width()).toBeCloseTo(first * 1.25)
    await page.getByRole('button', { name: 'Smaller: the subject tree' }).click()
    await page.getByRole('button', { name: 'Smaller: the subject tree' }).click()
    expect(await width()).toBeCloseTo(first / 1.25)
    await page.getByRole('button', { name: 'Fit: the subject tree' }).click()
    expect(await width()).toBeCloseTo(first)
  })
})
