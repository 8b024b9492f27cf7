import { describe, expect, test } from 'vitest'
import { HAS_CHROMIUM, withPlayground } from '../../_kit/playground.js'

describe.skipIf(!HAS_CHROMIUM)('the editor', () => {
  const playground = withPlayground()

  test('types a subject and a formula, and has the product', async () => {
    const page = await playground.open()
    await page.getByLabel('Subject', { exact: true }).fill('[[1 2] 3 4]')
    await page.getByLabel('Formula', { exact: true }).fill('[[0 7] [0 6] 0 4]')
    await page.locator('#product').getByText('[4 3 1]', { exact: true }).waitFor()
  })

  test('a formula of the package goes by its name', async () => {
    const page = await playground.open('#s=43&f=dec')
    await page.locator('#product').getByText('42', { exact: true }).waitFor()
  })

  test('a mistake has a caret under it, and there is no product', async () => {
    const page = await playground.open()
    const formula = page.getByLabel('Formula', { exact: true })
    await formula.fill('[4 0 1')
    const told = page.locator('#formula-mistake')
    await told.getByText('never closed').waitFor()
    expect(await told.locator('p').textContent()).toBe('line 1, column 1: this bracket is never closed')
    expect(await told.locator('pre').textContent()).toBe('  [4 0 1\n  ^')
    expect(await formula.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.marks .mistake').textContent()).toBe('[')
    await page.locator('#product', { hasText: /^$/ }).waitFor()
    await formula.press('End')
    await formula.press(']')
    await page.locator('#product').getByText('42', { exact: true }).waitFor()
    expect(await told.textContent()).toBe('')
    expect(await formula.getAttribute('aria-invalid')).toBeNull()
  })

  test('a crash says which rule, on what, where in the formula, and what to look at', async () => {
    const page = await playground.open('#s=[1 2]&f=[4 0 6]')
    const told = page.locator('#product.crash')
    await told.getByText('rule 0: there is nothing at axis 6').waitFor()
    expect(await told.locator('p').textContent()).toBe(
      'Hint: axis 6 of this subject: /3 is the atom 2, so there is nothing below it',
    )
    expect(await told.textContent()).toContain('  in           [4 0 6]\n                  ^^^')
  })

  test('brackets at the caret are marked', async () => {
    const page = await playground.open('#s=[1 [2 3]]&f=[0 1]')
    await page.getByLabel('Subject', { exact: true }).press('Control+End')
    const marks = page.locator('.marks .bracket')
    await marks.first().waitFor()
    expect(await marks.count()).toBe(2)
  })

  test('what never ends can be stopped, and the page goes on', async () => {
    const page = await playground.open('#s=0&f=[9 2 [1 [9 2 0 1] 0]]')
    await page.getByRole('button', { name: 'Stop evaluating' }).click()
    await page.locator('#product').getByText('Stopped.').waitFor()
    await page.getByLabel('Formula', { exact: true }).fill('[1 7]')
    await page.locator('#product').getByText('7', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Stop evaluating' }).isVisible()).toBe(false)
  })
})
