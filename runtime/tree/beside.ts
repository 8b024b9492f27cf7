import { type Processes } from '../../jets/index.js'
import { type Ending } from './signals.js'

/** What goes on beside the services, and says when all is to end, instead of signals alone. */
export interface Beside {
  readonly ending: Ending
  /** Called once all services are taken up. What it starts is killed in the end, like everything else. */
  begin(processes: Processes): void
}
