import { type Atom, type Cell, NO, type Noun, YES, cord } from '../../nock/index.js'
import { down } from '../../runtime/supervision/service.js'
import { type Event, newLife, step } from '../../runtime/supervision/step.js'
import { LETTERS } from './letters.js'
import { decide, sv } from './story.js'
import { type Command, type Seen } from './two-states.js'

/**
 * What the formulas make of a history of commands: those of `sv.nock`, by the pure `step`, in a world of one service
 * whose nth process has the pid n.
 *
 * @param late whether the world answers when the event is over, not at once
 */
export const byFormulas = (up: boolean, history: readonly Command[], late: boolean): readonly Seen[] => {
  const living = new Set<number>()
  const open: Cell[] = []
  let starts = 0
  let twice = false
  let life = newLife(down(cord('web')), up)

  const perform = ({ head, tail }: Cell): Noun => {
    switch (head) {
      case SPAWN:
        twice ||= living.size > 0
        living.add(++starts)
        return starts
      case ALIVE:
        return living.has(tail as number) ? YES : NO
      case KILL:
        living.delete((tail as Cell).tail as number)
        return YES
      case FINISH:
      case CONTROL:
        return NO
      case SIGNAL:
        return YES // CONT only, in a restart
      default:
        throw new Error(`sv does not ask ${head as Atom}`)
    }
  }

  const bring = (event: Event): void => {
    const put = (request: Cell): Noun | undefined => {
      if (!late) return perform(request)
      open.push(request)
      return undefined
    }
    life = step(sv, decide, life, event, put).life
    for (let request = open.shift(); request !== undefined; request = open.shift()) {
      bring({ _tag: 'Answer', request, answer: perform(request) })
    }
  }

  const look = (): Seen => {
    const { state, pid } = life.service
    return { state: state === 1 ? 'up' : 'down', pid, starts, twice: twice || living.size > state }
  }

  const happen = (command: Command): Seen => {
    if (command === 'crash') living.delete(life.service.pid)
    const letters = LETTERS[command]
    if (letters === undefined) bring({ _tag: 'Look' })
    else for (const letter of letters) bring({ _tag: 'Letter', letter })
    return look()
  }

  return [happen('wait'), ...history.map(happen)]
}

const [SPAWN, ALIVE, KILL, FINISH, CONTROL, SIGNAL] = [
  'spawn',
  'alive',
  'kill',
  'finish',
  'control',
  'signal',
].map(cord)
