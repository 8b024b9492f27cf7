import { right, left } from '../../nock/either.js'
import { define } from './define.js'
import { EXIT, badData, misused } from './failure.js'

const dir = (value: string) => right(value)

export const command = define({
  name: 'supervise',
  about:
    'Keeps the services in a directory running, every decision made by a formula.\n' +
    'Each sub-directory is a service: its script `run` is started, and started again at once when it dies;\n' +
    '`finish` and `check` are optional; a file `down` leaves it down until `runock sv up`.\n' +
    'SIGTERM or SIGINT takes every service down and ends; a second one forces.',
  examples: [
    ['runock supervise ./services', 'web: up (pid 4242)'],
    ['runock supervise --policy throttled ./services', 'web: up (pid 4242)'],
  ],
  positionals: { directory: { about: 'holds a directory for each service; watched while it runs' } },
  options: {
    policy: {
      about:
        'the policy of every service that has no file `policy`;\nthe formula sv unless given; throttled waits a second between starts',
      value: 'NAME',
      decode: dir,
    },
    formulas: {
      about: 'a directory of formulas that go before those of the package',
      value: 'DIR',
      decode: dir,
    },
    json: { about: 'messages as JSON, a line each' },
  },
  run: async ({ directory, policy, formulas, json }) => {
    if (directory.trim() === '') return left(misused('DIRECTORY is empty'))
    if (process.platform !== 'linux')
      return left(badData(`supervise needs Linux; the Nock half works on ${process.platform}, too`))
    const { superviseTree } = await import('../supervision/tree.js')
    const ended = await superviseTree({ directory, policy: policy ?? 'sv', formulas, json })
    return ended._tag === 'Left' ? left(badData(ended.left)) : right(ended.right ? EXIT.ok : EXIT.temporary)
  },
})
