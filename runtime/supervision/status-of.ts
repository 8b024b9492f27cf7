import { type Finishing } from '../../jets/index.js'
import { type Status } from '../supervise/status.js'
import { type Supervised } from './supervised.js'

/** What `supervise/status` says of a service, and of the finish script that runs for it if it is down. */
export const statusOf = (
  { life, since, signalled }: Pick<Supervised, 'life' | 'since' | 'signalled'>,
  finishing: Pick<Finishing, 'pid'> | undefined,
): Status => {
  const { service, supervised } = life
  return {
    since,
    pid: finishing?.pid ?? service.pid,
    ...signalled,
    want: supervised ? 'up' : 'down',
    state: finishing !== undefined ? 'finish' : service.state === 1 ? 'run' : 'down',
  }
}
