import { setImmediate } from 'node:timers'
import { printable } from '../log/printable.js'
import { EXIT } from '../terminal/failure.js'
import { fail, print, quoted } from '../terminal/terminal.js'
import { thrownText } from './position.js'
import { watchLoading } from './watch-loading.js'

/** What keeps modules, which run in this very process, from speaking or deciding for it. */
export interface Containment {
  /** @param path of the module that is loaded now */
  loading(path: string): void
  /** From now on the modules are loaded. */
  loaded(): void
  /** @param name of the jet that is checked now */
  checking(name: string): void
  /** To stdout; what the modules write there goes to stderr. */
  print(text: string): void
  /** The verdict stands: whatever the modules still do changes nothing, and nobody waits for it. */
  end(): void
}

/** Where there are no modules. */
export const nothingToContain: Containment = {
  loading: () => {},
  loaded: () => {},
  checking: () => {},
  print,
  end: () => {},
}

/**
 * Before the verdict, a module that ends the process, or throws what nobody catches, is told in one line, and
 * the exit code is not 0.
 *
 * @param modules their paths
 * @param patience milliseconds that loading one of them may take
 */
export const contain = async (modules: readonly string[], patience: number): Promise<Containment> => {
  const watch = await watchLoading(patience)
  const { exit, stdout } = process // as they are before a module changes them
  let now = ''
  let code: number = EXIT.data
  let isOver = false

  const last = (ending: number, message: string): void => {
    if (isOver) return
    isOver = true
    process.exitCode = fail('runock verify', { code: ending, message: message + now })
  }
  process.on('exit', () => last(code, 'the module ended the process'))
  const uncaught = (thrown: unknown): void => {
    if (!isOver) last(EXIT.data, `nobody catches what the module throws: ${thrownText(thrown, modules)}`)
    if (process.exitCode !== undefined) exit() // also out of an exit listener that throws
  }
  process.on('uncaughtException', uncaught)
  process.on('unhandledRejection', uncaught)
  process.stderr.on('error', () => {}) // where a message cannot be written there is nobody to tell
  type Write = typeof stdout.write
  const write = stdout.write.bind(stdout) as Write
  const aside = process.stderr.write.bind(process.stderr) as Write
  stdout.write = aside

  return {
    loading: (path) => {
      now = `, while ${quoted(path)} was loaded`
      watch.start(quoted(path))
    },
    loaded: () => watch.end(),
    checking: (name) => {
      now = `, while ${printable(name)} was checked`
      code = EXIT.crash
    },
    print: (text) => {
      stdout.write = write
      print(text)
      stdout.write = aside
    },
    end: () => {
      isOver = true
      watch.end()
      // what a module has set; ours comes next, unless a failed write was first
      if (process.exitCode !== EXIT.temporary) process.exitCode = undefined
      setImmediate(() => write('', () => aside('', () => exit())))
    },
  }
}
