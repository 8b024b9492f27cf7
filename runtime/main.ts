#!/usr/bin/env node
// The program. Only what every command needs is loaded here, because everything else costs milliseconds at each start.
import { EXIT, misused } from './terminal/failure.js'
import { table } from './command/table.js'
import { serviceOfLink } from './sv/link.js'
import { fail, print, quoted, reason, speakAsAsked } from './terminal/terminal.js'

const main = async ([word, ...rest]: readonly string[]): Promise<number> => {
  const service = serviceOfLink(process.argv[1] ?? '')
  if (service !== undefined) {
    return (await import('./command/sv.js')).initScript(service, process.argv.slice(2))
  }
  const entry = word === undefined ? undefined : table.get(word)
  if (entry?.sharesOutput) (await import('./terminal/shared.js')).shareOutput()
  if (entry) return (await entry.load()).command.run(rest)

  if (word === undefined) {
    return fail('runock', misused('which command? runock --help lists them'))
  }
  if (word === '--version') {
    const version = (await import('./package.js')).packageVersion()
    print((rest.includes('--json') ? JSON.stringify({ runock: version }) : `runock ${version}`) + '\n')
    return EXIT.ok
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    const asked = rest[0] === undefined ? undefined : table.get(rest[0])
    if (asked) return (await asked.load()).command.run(['--help'])
    print((await import('./command/help.js')).overview(table) + '\n')
    return EXIT.ok
  }
  const { nearest } = await import('../nock/nearest.js')
  const meant = nearest(word, ['--help', '--version', ...table.keys()])
  const kind = word.startsWith('-') ? 'option' : 'command'
  const hint = meant ? `did you mean ${meant}?` : 'runock --help lists them all'
  speakAsAsked(rest)
  return fail('runock', misused(`no ${kind} ${quoted(word)}; ${hint}`))
}

const end = (code: number): void => {
  process.exitCode ??= code // a failed write has set it already
}

main(process.argv.slice(2)).then(end, (error: unknown) => {
  end(fail('runock', { code: EXIT.temporary, message: reason(error) }))
})
