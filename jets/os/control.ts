import { NO, type Noun, cordText, isAtom, isCell } from '../../nock/index.js'
import { Malformed, type NameAndTime, type Question, nameAndTime } from './question.js'
import { runScript } from './script.js'

const decode = (sample: Noun): NameAndTime & { readonly letter: string } => {
  if (isAtom(sample) || isCell(sample.head)) throw new Malformed()
  const letter = cordText(sample.head)
  if (letter?.length !== 1) throw new Malformed()
  return { letter, ...nameAndTime(sample.tail) }
}

/**
 * `[%control letter name milliseconds]`: runs the service's script for a letter, `control/t` say. Answered when it has
 * ended, yes if with 0; when its time is over, no; no, at once, when there is no such script.
 */
export const control: Question<ReturnType<typeof decode>> = {
  name: 'control',
  decode,
  perform(system, sample, answer) {
    const { letter, ...its } = decode(sample)
    return runScript(system, its, 'control', `control/${letter}`, NO, answer)
  },
}
