import { type SvIo } from '../sv/run.js'
import { type Command } from './command.js'
import { complain, print, speakAsAsked } from '../terminal/terminal.js'

/** runit's own syntax, which no parser of ours knows better. */
export const command: Command = {
  outline: async () => (await import('../sv/help.js')).svOutline(),
  run: async (argv) => {
    speakAsAsked(argv)
    const { sv } = await import('../sv/run.js')
    return sv(argv, io)
  },
}

/** The command by a service's name, as a link in /etc/init.d: its init script. */
export const initScript = async (service: string, argv: readonly string[]): Promise<number> => {
  const { svAsInitScript } = await import('../sv/init-script.js')
  return svAsInitScript(service, argv, io)
}

const io: SvIo = {
  out: (line) => print(line + '\n'),
  err: (line) => void process.stderr.write(line + '\n'),
  env: process.env,
  runCheck: async (directory) => {
    const { runCheck } = await import('../supervision/check.js')
    return runCheck(directory, (why) => complain('runock sv', why))
  },
}
