// The page: what is typed, where its parts are told of each other, and what the address says of it all.
import { type Place, fragmentOf, placeOfFragment } from '../fragment.js'
import { Editor } from './editor.js'
import { byId } from './element.js'
import { beginExamples } from './example-choice.js'
import { LessonPanel } from './lessons.js'
import { ProductPanel } from './product.js'
import { Rules } from './rules.js'
import { beginSharing } from './share.js'
import { StepperPanel } from './stepper.js'
import { beginTheme } from './theme.js'
import { Trees } from './trees.js'

/** So long after the last key the address is changed, and the computation begun, in milliseconds. */
const PAUSE = 150

/** A fragment of more characters is none that can be sent to anybody. */
const LONGEST = 100_000

const subject = new Editor('subject', () => edited())
const formula = new Editor('formula', () => edited())
const trees = new Trees()
const rules = new Rules()
const product = new ProductPanel((noun) => trees.product(noun))
const stepper = new StepperPanel({
  moved: () => tell(),
  shown: (line) => {
    trees.step(line)
    rules.show(line?.by)
    formula.light(line?.formula, line?.is === 'crash')
  },
})
const lessons = new LessonPanel(
  (subjectText, formulaText) => {
    open({ subject: subjectText, formula: formulaText })
    byId('steps').scrollIntoView({ block: 'nearest' })
    byId('forth').focus()
  },
  () => tell(),
)

let timer = 0

const edited = (): void => {
  window.clearTimeout(timer)
  timer = window.setTimeout(() => {
    run()
    tell()
  }, PAUSE)
}

/** Evaluates what is in the editor, and begins its steps. */
const run = (step = 0, expanded = stepper.expanded): void => {
  const [a, f] = [subject.noun, formula.noun]
  trees.begin({ texts: [subject.text, formula.text], subject: a, formula: f })
  if (a === undefined || f === undefined) {
    product.clear()
    stepper.clear()
    return
  }
  product.run(subject.text, formula.text)
  stepper.begin(subject.text, formula.text, step, expanded)
}

/** The address is that of what is shown: whoever opens it sees the same. */
const tell = (): void => {
  window.clearTimeout(telling)
  telling = window.setTimeout(writeAddress, PAUSE)
}
let telling = 0

/** Whether it fits into an address. */
const writeAddress = (): boolean => {
  const fragment = fragmentOf(place())
  const fits = fragment.length <= LONGEST
  history.replaceState(null, '', fits ? `#${fragment}` : '#')
  return fits
}

const place = (): Place => ({
  subject: subject.text,
  formula: formula.text,
  step: stepper.at,
  expanded: stepper.expanded,
  ...(lessons.name === undefined ? {} : { lesson: lessons.name }),
})

const open = ({ subject: a, formula: f, step = 0, expanded = false }: Place): void => {
  if (a !== undefined) subject.text = a
  if (f !== undefined) formula.text = f
  run(step, expanded)
  tell()
}

/** Opens what the address names; what it does not name is the first example. */
const openAddress = (): void => {
  const there = placeOfFragment(location.hash)
  lessons.show(there.lesson)
  const { subject: a, formula: f } = START
  open(
    there.subject === undefined && there.formula === undefined ? { ...there, subject: a, formula: f } : there,
  )
}

const START = { subject: '41', formula: '[4 0 1]' }

beginTheme()
beginExamples(open)
beginSharing(writeAddress)
for (const id of ['subject', 'formula']) {
  byId(id).addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    run()
  })
}
byId<HTMLDetailsElement>('definition').open = matchMedia('(min-width: 861px)').matches
window.addEventListener('hashchange', openAddress)
openAddress()
document.documentElement.dataset['ready'] = ''
