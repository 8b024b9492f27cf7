import { element } from './element.js'

/** Opens what a transcript evaluates, to be stepped through. */
export type Open = (subject: string, formula: string) => void

/** The text of a lesson: paragraphs; and transcripts, which can be opened where they evaluate something. */
export const lessonText = (text: string, open: Open): readonly HTMLElement[] =>
  text.split(/\n{2,}/).map((block) => {
    if (!block.startsWith('    ')) return element('p', {}, block.replaceAll('\n', ' '))
    const transcript = block.replaceAll(/^ {4}/gm, '')
    const made = element('div', { class: 'transcript' }, element('pre', { tabindex: '0' }, transcript))
    for (const [, ...words] of transcript.matchAll(EVALUATION)) {
      const [subject, formula] = words.map((word) => word.replaceAll("'", ''))
      const button = element(
        'button',
        { type: 'button', class: 'small' },
        `Step through ${short(formula!)} on ${short(subject!)}`,
      )
      button.addEventListener('click', () => open(subject!, formula!))
      made.append(button)
    }
    return made
  })

/** `$ runock nock SUBJECT FORMULA`, with options or without. */
const EVALUATION = /^\$ runock nock (?:--\S+ )*('[^']*'|[^\s'-]\S*) ('[^']*'|[^\s'-]\S*)/gm

const short = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text)
