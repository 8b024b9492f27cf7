import { type Completed, type Offer } from './commands.js'

/** A word in single quotes, which a shell takes as it is. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const offer = (what: Offer): string =>
  what === 'service'
    ? '_runock_services'
    : what === 'directory'
      ? '_runock_paths -d'
      : what === 'file'
        ? '_runock_paths -f'
        : what.length === 0
          ? ':'
          : `_runock_words ${quote(what.join(' '))}`

const commandCase = ({ name, options, words }: Completed): string => {
  const valued = options.filter(({ value }) => value !== undefined)
  const last = words.length - 1
  return `    ${name})
      case $prev in
${valued.map(({ flags, offer: what }) => `        ${flags.join(' | ')}) ${offer(what)}; return ;;\n`).join('')}      esac
      if [[ $cur == -* ]]; then _runock_words ${quote([...options.flatMap(({ flags }) => flags), '--help'].join(' '))}; return; fi
      _runock_place ${quote(valued.flatMap(({ flags }) => flags).join(' '))}
      case $place in
${words.map(({ many, offer: what }, i) => `        ${many && i === last ? '*' : i}) ${offer(what)} ;;\n`).join('')}      esac ;;
`
}

/** A completion of `runock` for bash: everything in it is known beforehand, but files and services. */
export const bashCompletion = (
  commands: readonly Completed[],
): string => `# bash completion of runock: source <(runock completion bash)

_runock_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

_runock_paths() {
  local path
  compopt -o filenames 2> /dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$cur")
}

# as runock sv finds them
_runock_services() {
  local service services=$SVDIR
  if [[ $cur == [./]* ]]; then _runock_paths -d; return; fi
  if [[ -z $services ]]; then if [[ -d /etc/service ]]; then services=/etc/service; else services=.; fi; fi
  for service in "$services"/"$cur"*/; do
    [[ -d $service ]] || continue
    service=\${service%/}
    COMPREPLY+=("\${service##*/}")
  done
}

# how many words of the command there are before the cursor, options and their values left out
_runock_place() {
  local i word
  place=0
  for ((i = 2; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word != -* ]]; then ((place++))
    elif [[ \${COMP_WORDS[i + 1]} == = ]]; then ((i += 2))
    elif [[ " $1 " == *" $word "* ]]; then ((i++))
    fi
  done
}

_runock() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} place
  COMPREPLY=()
  # bash takes --option=value apart
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  if ((COMP_CWORD == 1)); then
    _runock_words ${quote([...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' '))}
    return
  fi
  case \${COMP_WORDS[1]} in
    help) ((COMP_CWORD > 2)) || _runock_words ${quote(commands.map(({ name }) => name).join(' '))} ;;
${commands.map(commandCase).join('')}  esac
}

complete -F _runock runock
`
