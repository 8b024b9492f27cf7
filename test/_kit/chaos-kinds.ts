import { type Files } from './supervised.js'

/** A kind of service under chaos. */
export interface Kind {
  readonly name: string
  readonly count: number
  /** Ends by itself, soon after its start. */
  readonly brief: boolean
  readonly throttled: boolean
  /** Cannot be executed now and then: see `fail` in chaos.ts. */
  readonly fragile: boolean
  /** Has a child that leaves its process group. */
  readonly strays: boolean
  /** What its run script does once it has announced itself and holds the lock, descriptor 9. */
  readonly body: string
  readonly finish?: string
}

const kind = (name: string, count: number, body: string, more: Partial<Kind> = {}): Kind => ({
  name,
  count,
  body,
  brief: false,
  throttled: false,
  fragile: false,
  strays: false,
  ...more,
})

/** A child that lives as long as the service, and another again and again. */
const FAMILY = 'sleep 1000 &\nwhile :; do sleep 1000; done'

const FINISH = '#!/bin/sh\necho "$1 $2" >> finished\nsleep 0.02\n'

/** Twenty services of all kinds. */
export const KINDS: readonly Kind[] = [
  kind('plain', 4, 'exec sleep 1000'),
  kind('family', 4, FAMILY),
  kind('deaf', 2, `trap '' TERM HUP INT QUIT\n${FAMILY}`),
  // its child leaves the lock, too
  kind('stray', 2, 'setsid sleep 1000 9>&- &\nexec sleep 1000', { strays: true }),
  kind('brief', 2, 'sleep 0.3\nexit 3', { brief: true }),
  kind('fragile', 1, 'sleep 0.2\nexit 1', { brief: true, fragile: true }),
  kind('finishing', 3, FAMILY, { finish: FINISH }),
  kind('throttled', 2, FAMILY, { throttled: true, finish: FINISH }),
]

/**
 * A run script of a kind. It announces each start, by a line `name pid version` in the FIFO `pipe`, and by `pid seconds`
 * (since the machine started, as `/proc/uptime` tells it) in its file `starts`; then it takes the lock that all of its
 * group hold, and notes in its file `doubled` when another group has it (1; a `flock` that is
 * struck itself says something else).
 *
 * @param version tells one text of the script from another
 */
export const runScript = ({ body }: Kind, name: string, pipe: string, version: number): string => `#!/bin/sh
read now idle < /proc/uptime
echo "$$ $now" >> starts
echo "${name} $$ ${version}" > ${pipe}
exec 9> lock
flock -n 9
[ $? != 1 ] || echo twice >> doubled
${body}
`

/** The files of a service of a kind. */
export const filesOf = (kind: Kind, name: string, pipe: string): Files => ({
  run: runScript(kind, name, pipe, 0),
  ...(kind.finish === undefined ? {} : { finish: kind.finish }),
  ...(kind.throttled ? { policy: 'throttled\n' } : {}),
})
