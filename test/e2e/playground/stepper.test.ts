import { describe, expect, test } from 'vitest'
import { HAS_CHROMIUM, PATIENT, withPlayground } from '../../_kit/playground.js'

describe.skipIf(!HAS_CHROMIUM)('the stepper', () => {
  const playground = withPlayground()

  const INCREMENT = '#s=41&f=[4 0 1]'

  test('steps forward and back, with the rule and a sentence', async () => {
    const page = await playground.open(INCREMENT)
    await page.locator('#sentence').getByText('Rule 4 adds one to a product.').waitFor()
    expect(await page.locator('#rule').textContent()).toBe('*[a 4 b] → +*[a b]')
    expect(await page.locator('#before').textContent()).toBe('*[41 4 0 1]')
    expect(await page.locator('#after').textContent()).toBe('+*[41 0 1]')
    const forth = page.getByRole('button', { name: 'One step on' })
    await forth.click()
    await page.locator('#sentence').getByText('Rule 0 takes a part of the subject').waitFor()
    expect(await page.locator('#before mark').textContent()).toBe('*[41 0 1]')
    expect(await page.locator('#after mark').textContent()).toBe('41')
    await forth.click()
    await page.locator('#sentence').getByText('One is added: 41 + 1 is 42.').waitFor()
    await page.getByRole('button', { name: 'One step back' }).click()
    await page.locator('#sentence').getByText('Rule 0 takes').waitFor()
  })

  test('shows all rules, and which one is at work', async () => {
    const page = await playground.open('#s=41&f=[4 0 1]&n=1')
    const current = page.locator('#rules [aria-current]')
    await current.getByText('*[a 0 b]', { exact: true }).waitFor()
    expect(await page.locator('#rules li').count()).toBe(14)
    await page.getByRole('button', { name: 'One step on' }).click() // +41 is rule 4's
    await current.getByText('*[a 4 b]', { exact: true }).waitFor()
  })

  test('knows how many steps there are, and goes to the ends', async () => {
    const page = await playground.open(INCREMENT)
    await page.locator('#count').getByText('of 3', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.locator('#sentence').getByText('this is the product').waitFor()
    expect(await page.locator('#before').textContent()).toBe('42')
    await page.getByRole('button', { name: 'First step' }).click()
    await page.locator('#sentence').getByText('Rule 4').waitFor()
  })

  test('who steps faster than it can show misses none', async () => {
    const page = await playground.open('#s=5&f=dec')
    await page.locator('#near [aria-current]').waitFor()
    await page.evaluate(`for (let i = 0; i < 30; i++) document.getElementById('forth').click()`)
    await page.locator('#near [aria-current]').getByText('30', { exact: true }).waitFor()
    await page.evaluate(`for (let i = 0; i < 10; i++) document.getElementById('back').click()`)
    await page.locator('#near [aria-current]').getByText('20', { exact: true }).waitFor()
  })

  test('the slider goes anywhere, by keys too', async () => {
    const page = await playground.open('#s=5&f=dec')
    await page
      .locator('#count')
      .getByText(/^of \d+$/)
      .waitFor()
    const slider = page.getByRole('slider', { name: 'Step' })
    await slider.fill('20')
    await expect.poll(() => page.locator('#step').inputValue(), PATIENT).toBe('20')
    await slider.press('ArrowRight')
    await expect.poll(() => page.locator('#step').inputValue(), PATIENT).toBe('21')
    expect(await slider.getAttribute('aria-valuetext')).toContain('step 21: ')
  })

  test('a step is gone to by its number, the last one if that comes first', async () => {
    const page = await playground.open('#s=5&f=dec')
    const number = page.locator('#step')
    await number.fill('7')
    await number.press('Enter')
    await page.locator('#near [aria-current]').getByText('7', { exact: true }).waitFor()
    await number.fill('1000000')
    await number.press('Enter')
    await page.locator('#sentence').getByText('this is the product').waitFor()
  })

  test('a rule that abbreviates is one step, or spelt out', async () => {
    const page = await playground.open('#s=5&f=[6 [1 0] [1 8] 1 9]')
    await page.locator('#count').getByText('of 4', { exact: true }).waitFor()
    await page.getByLabel('rules 6, 9, 11 spelt out').check()
    await page.locator('#sentence').getByText('Rule 6, spelt out').waitFor()
    await page
      .locator('#count')
      .getByText(/^of 1\d$/)
      .waitFor()
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.locator('#before').getByText('8', { exact: true }).waitFor()
  })

  test('goes over, out, and to the next rule 2 or 9', async () => {
    const page = await playground.open('#s=5&f=[7 [4 4 0 1] 2 [0 1] 1 0 1]')
    const at = (): Promise<string> => page.locator('#step').inputValue()
    await page.getByRole('button', { name: 'One step on' }).click()
    await page.locator('#sentence').getByText('Rule 4').waitFor()
    await page.getByRole('button', { name: 'Over' }).click()
    await expect.poll(at, PATIENT).toBe('6')
    expect(await page.locator('#before').textContent()).toBe('*[7 2 [0 1] 1 0 1]')
    await page.getByRole('button', { name: 'First step' }).click()
    await expect.poll(at, PATIENT).toBe('0')
    await page.getByRole('button', { name: 'Next 2 or 9' }).click()
    await expect.poll(at, PATIENT).toBe('6')
  })

  test('arrows step among the steps', async () => {
    const page = await playground.open(INCREMENT)
    await page.locator('#near [aria-current]').press('ArrowDown')
    await page.locator('#sentence').getByText('Rule 0 takes').waitFor()
    await page.locator('#near [aria-current]:focus').press('ArrowRight')
    await page.locator('#sentence').getByText('One is added').waitFor()
    await page.locator('#near [aria-current]:focus').press('Home')
    await page.locator('#sentence').getByText('Rule 4').waitFor()
  })

  test('a crash is the last step, and says what crashed', async () => {
    const page = await playground.open('#s=[1 2]&f=[4 0 6]')
    await page.getByRole('button', { name: 'Last step' }).click()
    await page.locator('#after .crash').getByText('rule 0: there is nothing at axis 6').waitFor()
  })

  test('a computation without an end is stepped through like any other', async () => {
    const page = await playground.open('#s=0&f=dec&n=123456')
    await expect.poll(() => page.locator('#step').inputValue(), PATIENT).toBe('123456')
    await page.getByRole('button', { name: 'One step back' }).click()
    await expect.poll(() => page.locator('#step').inputValue(), PATIENT).toBe('123455')
  })

  test('a step that is too far away is not waited for', async () => {
    const page = await playground.open('#s=0&f=dec&n=5')
    await page.locator('#near [aria-current]').getByText('5', { exact: true }).waitFor()
    const number = page.locator('#step')
    await number.fill('999999999999')
    await number.press('Enter')
    await page.locator('#stop-steps').click()
    await page.locator('#stop-steps').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'One step on' }).click()
    await expect.poll(() => number.inputValue(), PATIENT).toBe('6')
  })

  test('the text of the formula shows what is at work, and what crashed', async () => {
    const page = await playground.open('#s=[1 2]&f=[4 4 0 6]')
    const marks = page.locator('#editor .marks')
    await marks.locator('.lit').getByText('[4 4 0 6]', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'One step on' }).click()
    await marks.locator('.lit').getByText('4 0 6', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Last step' }).click()
    await marks.locator('.mistake').getByText('0 6', { exact: true }).waitFor()
  })

  test('a formula that is within a named one is lit in its tree, and the name in the text', async () => {
    const page = await playground.open('#s=[[[[%25spawn %25web] 42] 0] %25web 0 0]&f=[7 start 0 3]&n=5')
    const marks = page.locator('#editor .marks')
    await marks.locator('.lit').getByText('start', { exact: true }).waitFor()
    await page.locator('#formula-tree .lit').first().waitFor()
    await page.locator('#step').fill('40')
    await page.locator('#step').press('Enter')
    await page.locator('#near [aria-current]').getByText('40', { exact: true }).waitFor()
    await marks.locator('.lit').getByText('start', { exact: true }).waitFor()
  })
})
