import { type Noun } from '../../nock/index.js'
import { complain, hasStyle, print } from '../terminal/terminal.js'
import { PLAIN } from './lines.js'
import { toldJson, toldText } from './list.js'
import { stepThrough } from './screen.js'
import { Steps } from './steps.js'
import { type Telling, tell } from './told.js'
import { firstView } from './view.js'

/** What is to be shown of a computation. */
export interface Wanted extends Telling {
  readonly subject: Noun
  /** The first step that is shown. */
  readonly from: number
  /** How many are printed, off a terminal. */
  readonly most: number
  readonly json: boolean
}

/**
 * Shows the steps of a computation: on a terminal a screen to go forward and back, elsewhere a text or JSON, a step a line.
 *
 * @param who whose remark it is how many were left out
 * @returns whether it crashes, as far as it was looked at
 */
export const presentSteps = async (wanted: Wanted, who: string): Promise<{ readonly crashed: boolean }> => {
  const { subject, formula, from, isExpanded, most, json, ...telling } = wanted
  const steps = new Steps(subject, formula)
  const first = steps.within(from, isExpanded)
  const { stdin, stdout } = process
  if (!json && stdin.isTTY && stdout.isTTY && process.env['TERM'] !== 'dumb') {
    await stepThrough(steps, firstView(first, isExpanded), { ...telling, formula })
    return { crashed: false }
  }
  const style = hasStyle(stdout, process.env)
    ? { ...PLAIN, bold: (text: string) => `\x1b[1m${text}\x1b[22m` }
    : PLAIN
  for (let n = first; n < first + most; n++) {
    const step = steps.at(n, isExpanded)
    if (step === undefined) break
    const told = tell(n, step, { ...telling, formula, isExpanded })
    print((json ? toldJson(told) : toldText(told, style)) + '\n')
    if (step.is !== 'reduction') return { crashed: step.is === 'crash' }
  }
  complain(who, `it goes on: --from ${first + most} shows what follows, --most N more at once`)
  return { crashed: false }
}
