import { readlinkSync } from 'node:fs'
import { left, right } from '../../nock/either.js'
import { EXIT, badData } from '../terminal/failure.js'
import { complain } from '../terminal/terminal.js'
import { MainCommand, programOf } from '../tree/main-command.js'
import { untilSignal } from '../tree/signals.js'
import { define } from './define.js'
import { superviseAs, told } from './supervise.js'

export const command = define({
  name: 'init',
  about:
    'Supervises as the first process of a container, or of any PID namespace: reaps whatever comes to it\n' +
    'when its parent dies, and takes every service down on SIGTERM, SIGINT, SIGHUP or SIGQUIT (0).\n' +
    'With a COMMAND: runs it once the services are up, hands it every other signal, and when it ends takes\n' +
    'all down, too. Ends as it did: with its exit code, or 128 and the signal; 128 and the signal, too,\n' +
    'when one of those four ended it all.',
  examples: [
    ['runock init /etc/service', 'web: up (pid 7)'],
    ['runock init /etc/service -- npm test', 'web: up (pid 7)'],
    ['unshare --pid --fork --mount-proc runock init ./services', 'web: up (pid 7)'],
  ],
  positionals: {
    ...told.positionals,
    command: { about: 'a command and its arguments, behind --', many: 'or none' },
  },
  options: told.options,
  run: async ({ command, ...values }) => {
    const program = command[0] === undefined ? undefined : programOf(command[0])
    if (program?._tag === 'Left') return program
    // before all else: no signal does anything to a first process that does not wait for it
    const main = program && new MainCommand(program.right, command, (why) => complain('runock init', why))
    const beside = main ?? { ending: untilSignal(), begin: () => {} }
    const wrong = await whyNoInit()
    if (wrong !== undefined) return left(badData(wrong))
    const ended = await superviseAs(values, beside)
    if (ended._tag === 'Left') return ended
    return right(main?.code ?? (ended.right ? EXIT.ok : EXIT.temporary))
  },
})

/** What init cannot do without. */
const whyNoInit = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux') return `init needs Linux; the Nock half works on ${process.platform}, too`
  const { loadLibc } = await import('../../jets/index.js')
  if (loadLibc() === undefined)
    return 'koffi has no binary for this machine, and without it nobody else’s child is reaped: runock supervise'
  return procPid() === process.pid
    ? undefined
    : '/proc is not that of this PID namespace: mount it (unshare has --mount-proc)'
}

const procPid = (): number | undefined => {
  try {
    return Number(readlinkSync('/proc/self'))
  } catch {
    return undefined
  }
}
