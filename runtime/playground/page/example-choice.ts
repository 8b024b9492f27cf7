import { byId, element } from './element.js'
import { type Example, examples } from './examples.js'

/** Lets the reader choose an example, and opens it. */
export const beginExamples = (open: (example: Example) => void): void => {
  const choice = byId<HTMLSelectElement>('example')
  const all = examples.flatMap(([, some]) => some)
  for (const [about, some] of examples) {
    const options = some.map((one) => element('option', { value: String(all.indexOf(one)) }, one.title))
    choice.append(element('optgroup', { label: about }, ...options))
  }
  choice.addEventListener('change', () => {
    const chosen = all[Number(choice.value)]
    choice.value = '' // so that the same one can be chosen again
    if (chosen !== undefined) open(chosen)
  })
}
