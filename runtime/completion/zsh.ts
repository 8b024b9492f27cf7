import { type Completed, type Offer } from './commands.js'

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Text in a specification of `_arguments` or `_describe`, where colons and brackets mean something. */
const plain = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/[\\:[\]]/g, '\\$&')

const action = (what: Offer): string =>
  what === 'service'
    ? '_runock_services'
    : what === 'directory'
      ? '_files -/'
      : what === 'file'
        ? '_files'
        : what.length === 0
          ? ' '
          : `(${what.join(' ')})`

const commandCase = ({ name, options, words }: Completed): string => {
  const last = words.length - 1
  const specs = [
    ...options.flatMap(({ flags, value, about, offer }) =>
      flags.map((flag) => {
        const others = flags.length > 1 ? `(${flags.join(' ')})` : ''
        const spec = `${others}${flag}${value !== undefined && flag.startsWith('--') ? '=' : ''}[${plain(about)}]`
        return value === undefined ? spec : `${spec}:${plain(value)}:${action(offer)}`
      }),
    ),
    '(- *)--help[show help]',
    ...words.map(
      ({ about, many, offer }, i) => `${many && i === last ? '*' : i + 1}:${plain(about)}:${action(offer)}`,
    ),
  ]
  return `    ${name})\n      _arguments ${specs.map(quote).join(' \\\n        ')} ;;\n`
}

/** A completion of `runock` for zsh: everything in it is known beforehand, but files and services. */
export const zshCompletion = (commands: readonly Completed[]): string => `#compdef runock
# zsh completion of runock: source <(runock completion zsh), after compinit; or as a file _runock in $fpath

# as runock sv finds them
_runock_services() {
  local services=$SVDIR
  local -a names
  if [[ $PREFIX == [./]* ]]; then _files -/; return; fi
  if [[ -z $services ]]; then if [[ -d /etc/service ]]; then services=/etc/service; else services=.; fi; fi
  names=("$services"/*(N-/:t))
  compadd -a names
}

_runock() {
  local -a commands
  if ((CURRENT == 2)); then
    commands=(
${commands.map(({ name, summary }) => `      ${quote(`${name}:${plain(summary)}`)}\n`).join('')}      'help:the help of a command'
    )
    _describe -t commands command commands
    return
  fi
  local command=$words[2]
  words=("\${(@)words[2,-1]}")
  ((CURRENT--))
  case $command in
    help)
      _arguments ${quote(`1:command:(${commands.map(({ name }) => name).join(' ')})`)} ;;
${commands.map(commandCase).join('')}  esac
}

if [[ $funcstack[1] == _runock ]]; then _runock "$@"; else compdef _runock runock; fi
`
