import { type Completed, type Offer } from './commands.js'

const quote = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ')}'`

/** The arguments of `complete` that offer it. */
const offered = (what: Offer): string =>
  what === 'service'
    ? "-f -a '(__runock_services)'"
    : what === 'directory'
      ? "-f -a '(__fish_complete_directories)'"
      : what === 'file'
        ? '-F'
        : `-f -a ${quote(what.join(' '))}`

const commandLines = ({ name, options, words }: Completed): readonly string[] => {
  const valued = options.filter(({ value }) => value !== undefined).flatMap(({ flags }) => flags)
  const last = words.length - 1
  return [
    ...options.map(({ flags, value, about, offer }) => {
      const spelled = flags
        .map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
        .join(' ')
      const takes = value === undefined ? '' : ` -r ${offered(offer)}`
      return `complete -c runock -n '__runock_command ${name}' ${spelled}${takes} -d ${quote(about)}`
    }),
    ...words
      .map(({ many, about, offer }, i) => {
        const where =
          `__runock_place ${name} ${i} ${many && i === last ? 'on' : 'only'} ${valued.join(' ')}`.trim()
        return `complete -c runock -n ${quote(where)} ${offered(offer)} -d ${quote(about)}`
      })
      .filter((_, i) => words[i]!.offer.length > 0),
  ]
}

/** A completion of `runock` for fish: everything in it is known beforehand, but files and services. */
export const fishCompletion = (
  commands: readonly Completed[],
): string => `# fish completion of runock: runock completion fish | source

# as runock sv finds them
function __runock_services
    set -l services $SVDIR
    test -n "$services"; or begin; test -d /etc/service; and set services /etc/service; or set services .; end
    for service in $services/*/
        path basename $service 2>/dev/null; or basename $service
    end
end

function __runock_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = $argv[1]
end

# is the cursor at this word of the command, options and their values left out? COMMAND PLACE on|only OPTIONS-WITH-VALUE
function __runock_place
    __runock_command $argv[1]; or return 1
    set -l place 0
    set -l skip no
    for word in (commandline -opc)[3..]
        if test $skip = yes
            set skip no
        else if string match -q -- '-*' $word
            contains -- $word $argv[4..]; and set skip yes
        else
            set place (math $place + 1)
        end
    end
    test $skip = no; or return 1
    test $place -eq $argv[2]; or test $argv[3] = on -a $place -gt $argv[2]
end

complete -c runock -f
${commands.map(({ name, summary }) => `complete -c runock -n __fish_use_subcommand -a ${name} -d ${quote(summary)}\n`).join('')}complete -c runock -n __fish_use_subcommand -a help -d 'the help of a command'
complete -c runock -n '__runock_command help' -a ${quote(commands.map(({ name }) => name).join(' '))}
complete -c runock -l help -d 'show help'
${commands.flatMap(commandLines).join('\n')}
`
