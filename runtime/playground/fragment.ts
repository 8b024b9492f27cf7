/** What a link into the playground says, behind its `#`. */
export interface Place {
  /** The text of the subject. */
  readonly subject?: string
  /** The text of the formula. */
  readonly formula?: string
  /** The step that is looked at. */
  readonly step?: number
  /** Whether the steps are those of the definition's own lines for rules 6, 9 and 11. */
  readonly expanded?: boolean
  /** The name of a lesson that is open. */
  readonly lesson?: string
}

/**
 * A place as a link's fragment, without the `#`. What is not there, or is as at the start, is left out.
 *
 * @example
 * fragmentOf({ subject: '41', formula: '[4 0 1]', step: 2 }) === 's=41&f=%5B4+0+1%5D&n=2'
 */
export const fragmentOf = ({ subject, formula, step, expanded, lesson }: Place): string => {
  const words = new URLSearchParams()
  if (lesson !== undefined) words.set('lesson', lesson)
  if (subject !== undefined) words.set('s', subject)
  if (formula !== undefined) words.set('f', formula)
  if (step !== undefined && step > 0) words.set('n', String(step))
  if (expanded === true) words.set('x', '1')
  return words.toString()
}

/**
 * The place that a fragment names. It may come from anybody: what it does not say well is not there.
 *
 * @param fragment with its `#` or without
 * @example
 * placeOfFragment('#s=41&f=%5B4%200%201%5D&n=2') // { subject: '41', formula: '[4 0 1]', step: 2 }
 */
export const placeOfFragment = (fragment: string): Place => {
  const words = new URLSearchParams(fragment.replace(/^#/, ''))
  const [subject, formula, step, lesson] = ['s', 'f', 'n', 'lesson'].map((key) => words.get(key) ?? undefined)
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(formula === undefined ? {} : { formula }),
    ...(/^\d{1,15}$/.test(step ?? '') ? { step: Number(step) } : {}),
    ...(words.get('x') === '1' ? { expanded: true } : {}),
    ...(lesson === undefined ? {} : { lesson }),
  }
}
