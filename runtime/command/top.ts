import { type Either, left, right } from '../../nock/either.js'
import { errnoText } from '../supervise/errno.js'
import { servicesDirectory } from '../sv/services.js'
import { EXIT, badData } from '../terminal/failure.js'
import { print, quoted } from '../terminal/terminal.js'
import { type By, ORDERS, inOrder } from '../top/order.js'
import { define } from './define.js'

const order = (text: string): Either<string, By> => {
  const found = ORDERS.find((one) => one === text)
  return found === undefined ? left(`one of ${ORDERS.join(', ')}`) : right(found)
}

/** Between the two looks of a table, in milliseconds: what a service has of a processor is what it had meanwhile. */
const BETWEEN = 500

export const command = define({
  name: 'top',
  about:
    'Shows the services of a directory: state, pid, uptime, restarts, and what all the processes of each\n' +
    'take of processor and memory. On a terminal it is a screen that is drawn anew each second: q ends\n' +
    'it, n, s, u, r, c, m order it by name, state, uptime, restarts, cpu, memory; arrows scroll.\n' +
    'Elsewhere, and with --once, it is one table.',
  examples: [
    ['runock top ./services', 'a live screen'],
    ["runock top --json | jq -r '.[] | select(.memory > 1e9) | .service'", 'web'],
  ],
  positionals: {
    directory: {
      about: 'holds a directory for each service; $SVDIR, else /etc/service, else . unless given',
      optional: true,
      completes: 'directory',
    },
  },
  options: {
    once: { about: 'one table, also on a terminal' },
    sort: {
      about: `what comes first: ${ORDERS.join(', ')}; name unless given`,
      value: 'BY',
      completes: ORDERS,
      decode: order,
    },
    json: { about: 'one array of objects: memory in bytes, cpu in percent of one processor' },
  },
  run: async ({ directory, once, sort: by = 'name', json }) => {
    if (process.platform !== 'linux') return left(badData('top needs Linux: it reads /proc'))
    const { Looks, rowJson } = await import('../top/row.js')
    const { thisMachine } = await import('../top/machine.js')
    const where = directory ?? servicesDirectory(process.env)
    const looks = new Looks(where, thisMachine())
    const first = looks.look()
    if (first._tag === 'Left') return left(badData(`cannot read ${quoted(where)}: ${errnoText(first.left)}`))
    if (!once && !json && process.stdout.isTTY && process.env['TERM'] !== 'dumb') {
      const { showScreen } = await import('../top/screen.js')
      await showScreen(looks, where, by, first.right)
      return right(EXIT.ok)
    }
    await new Promise((next) => setTimeout(next, BETWEEN))
    const second = looks.look()
    const rows = inOrder(second._tag === 'Right' ? second.right : first.right, by)
    const now = Date.now()
    if (json) {
      print(
        JSON.stringify(
          rows.map((row) => rowJson(row, now)),
          undefined,
          2,
        ) + '\n',
      )
      return right(EXIT.ok)
    }
    const { summary, tableOf } = await import('../top/table.js')
    print([...tableOf(rows, now), summary(rows)].join('\n') + '\n')
    return right(EXIT.ok)
  },
})
