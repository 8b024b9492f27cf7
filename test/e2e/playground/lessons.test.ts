import { describe, expect, test } from 'vitest'
import { loadCourse } from '../../../runtime/lesson/course.js'
import { HAS_CHROMIUM, withPlayground } from '../../_kit/playground.js'

describe.skipIf(!HAS_CHROMIUM)('the lessons', () => {
  const playground = withPlayground()

  test('a lesson is solved: wrong, a hint, right; and the browser remembers it', async () => {
    const page = await playground.open('#lesson=axes')
    const verdict = page.locator('#lesson-verdict')
    const answer = page.getByLabel('Your answer')
    await answer.fill('3')
    await page.getByRole('button', { name: 'Check' }).click()
    await verdict.getByText('at 3 is the whole tail, [12 13]; 12 is its head').waitFor()
    await page.getByRole('button', { name: /^Hint/ }).click()
    await page.getByText('12 is in the tail, which is at axis 3.').waitFor()
    await answer.fill('6')
    await answer.press('Control+Enter')
    await verdict.getByText('passed').waitFor()
    expect(await page.locator('#lesson-progress').textContent()).toBe('1 of 39 passed')

    await page.reload()
    await page.getByText('1 of 39 passed').waitFor()
    expect(await answer.inputValue()).toBe('6')
    expect(await page.getByLabel('Lesson', { exact: true }).locator('option', { hasText: '✓' }).count()).toBe(
      1,
    )
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Next lesson' }).click()
    await page.waitForURL(/#lesson=deeper/)
  })

  test('an answer that cannot be read is marked where it is wrong', async () => {
    const page = await playground.open('#lesson=nouns')
    await page.getByLabel('Your answer').fill('[1 2')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.locator('#lesson-verdict').getByText('this bracket is never closed').waitFor()
    expect(await page.locator('#lesson .marks .mistake').textContent()).toBe('[')
  })

  test('the button opens the first lesson, which leads to the next; the address names it', async () => {
    const page = await playground.open()
    await page.getByRole('button', { name: 'Lessons' }).click()
    await page.getByRole('heading', { name: 'A noun is an atom or a cell' }).waitFor()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.waitForURL(/#lesson=cords/)
    await page.getByRole('button', { name: 'Lessons' }).click()
    await page.locator('#lesson').waitFor({ state: 'hidden' })
  })

  test('a case that comes out wrong opens in the stepper', async () => {
    const page = await playground.open('#lesson=decrement')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Step through this case' }).click()
    await page.locator('#product').getByText('1', { exact: true }).waitFor()
    expect(await page.getByLabel('Subject', { exact: true }).inputValue()).toBe('1')
  })

  test('what a lesson shows opens in the stepper', async () => {
    const page = await playground.open('#lesson=rule-4')
    await page.getByRole('button', { name: 'Step through [4 0 3] on [10 20]' }).click()
    await page.locator('#product').getByText('21', { exact: true }).waitFor()
  })

  test('of every lesson the start fails and the solution passes, as in the terminal', async () => {
    const course = loadCourse()
    if (course._tag === 'Left') throw new Error(course.left)
    const { lessons } = course.right
    const answers = lessons.flatMap(({ name, start, solution }) => [
      [name, start],
      [name, solution],
    ])
    const page = await playground.open()
    const passed = await page.evaluate(`new Promise((done) => {
    const answers = ${JSON.stringify(answers)}
    const worker = new Worker('worker.js', { type: 'module' })
    const passed = []
    worker.onmessage = ({ data: { id, answer } }) => {
      if (answer.passed) passed.push(answers[id][0] + ' ' + (id % 2 === 0 ? 'start' : 'solution'))
      if (id === answers.length - 1) done(passed)
    }
    answers.forEach(([lesson, answer], id) => worker.postMessage({ id, question: { ask: 'check', lesson, answer } }))
  })`)
    expect(passed).toEqual(lessons.map(({ name }) => `${name} solution`))
  })
})
