import * as cmd from 'cmd-ts'
import { type Either, left, right } from '../../nock/either.js'
import {
  type Description,
  type Flag,
  type Option,
  type Options,
  type Positional,
  type Positionals,
  type Values,
  isValued,
  long,
} from './description.js'
import { type Failure, EXIT, misused } from '../terminal/failure.js'
import { nearest } from '../../nock/nearest.js'
import { columns, sections } from '../terminal/layout.js'
import { print, quoted } from '../terminal/terminal.js'

type Described = Description<Positionals, Options>
type Parser = ReturnType<typeof cmd.flag> | ReturnType<typeof cmd.positional>

/** What stands for an empty word, which cmd-ts would lose; no word of a command line can hold this character. */
const EMPTY = '\0'
const whole = (word: string): string => word.replaceAll(EMPTY, '')

/** Run a command whose command line needs parsing, or is wrong, or asks for help. */
export const runWithArguments = async <P extends Positionals, O extends Options>(
  description: Description<P, O>,
  argv: readonly string[],
): Promise<Either<Failure, number>> => {
  const parser = parserOf(description as unknown as Described)
  const end = argv.indexOf('--')
  const words = end === -1 ? argv : argv.slice(0, end)
  if (words.includes('--help') || words.includes('-h')) {
    print(
      parser.printHelp({ nodes: [], visitedNodes: new Set(), hotPath: ['runock', description.name] }) + '\n',
    )
    return right(EXIT.ok)
  }
  const parsed = await cmd.parse(
    parser,
    argv.flatMap((word, i) => (end === -1 || i < end ? apart(description.options, word) : word || EMPTY)),
  )
  return parsed._tag === 'ok'
    ? description.run(parsed.value as Values<P, O>)
    : left(misused(usageError(description as unknown as Described, parsed.error.errors)))
}

/** Letters in one word, as getopt takes them: `-fn5` is `-f -n 5`. */
const apart = (options: Options, word: string): readonly string[] => {
  const [, letter, rest] = /^-([^-])(.+)$/s.exec(word) ?? []
  const option = Object.values(options).find(({ short }) => short !== undefined && short === letter)
  if (option === undefined || rest === undefined) return [word || EMPTY]
  return [`-${letter}`, ...(isValued(option) ? [rest] : apart(options, `-${rest}`))]
}

const parserOf = (description: Described) => {
  const parsers: Record<string, Parser> = {}
  for (const [key, p] of Object.entries(description.positionals)) parsers[key] = positional(key, p)
  for (const [key, o] of Object.entries(description.options)) {
    parsers[key] = isValued(o) ? valued(key, o) : flag(key, o)
  }
  return cmd.command({
    name: description.name,
    description: description.about,
    examples: description.examples.map(([command, output]) => ({ command, description: output })),
    args: parsers,
    handler: () => {},
  })
}

const positional = (key: string, { about, many, optional }: Positional): Parser => {
  const type = { from: async (word: string) => whole(word) }
  const config = { displayName: key.toUpperCase(), description: about, type }
  if (optional) {
    const parser = cmd.positional({ ...config, type: { ...type, defaultValue: () => undefined } as never })
    return { ...parser, helpTopics: () => [topicOf(maybe(config.displayName), about)] } as Parser
  }
  if (!many) return cmd.positional(config)
  const rest = cmd.restPositionals(config)
  if (many === 'or none') {
    return { ...rest, helpTopics: () => [topicOf(orNone(config.displayName), about)] } as Parser
  }
  return {
    ...rest,
    parse: async (context) => {
      const parsed = await rest.parse(context)
      return parsed._tag === 'ok' && parsed.value.length === 0
        ? { _tag: 'error', error: { errors: [{ nodes: [], message: `${MISSING}${config.displayName}` }] } }
        : parsed
    },
  } as Parser
}

const topicOf = (usage: string, description: string) => ({
  category: 'arguments',
  usage,
  description,
  defaults: [],
})

const flag = (key: string, { about, short }: Flag): Parser =>
  cmd.flag({ long: long(key), ...(short && { short }), description: about })

const valued = (key: string, { about, value, short, decode }: Option<unknown>): Parser => {
  const option = cmd.option({
    long: long(key),
    ...(short && { short }),
    description: about,
    type: {
      displayName: value,
      defaultValue: () => undefined,
      from: async (word: string) => {
        const text = whole(word)
        const decoded = decode(text)
        if (decoded._tag === 'Left')
          throw new Error(`--${long(key)} takes ${decoded.left}, not ${quoted(text)}`)
        return decoded.right
      },
    },
  })
  return {
    ...option,
    // A default would hide that `--budget`, the last word, lacks its value.
    parse: async (context) => {
      const bare = context.nodes.find(
        (node) => node.type === 'longOption' && node.key === long(key) && !node.value,
      )
      if (bare) context.visitedNodes.add(bare)
      return bare
        ? {
            _tag: 'error',
            error: { errors: [{ nodes: [bare], message: `--${long(key)} takes a value, ${value}` }] },
          }
        : option.parse(context)
    },
  } as Parser
}

/** What is wrong with the command line: the first thing only, because the next are often its consequences. */
const usageError = (description: Described, errors: readonly ParsingError[]): string => {
  const { name, positionals, options } = description
  const unknown = errors.find(({ message }) => message === 'Unknown arguments')
  const wrong = unknown?.nodes
    .map(unknownWord(Object.keys(options).map(long)))
    .find((text) => text !== undefined)
  const others = errors.filter((error) => error !== unknown).map(explained)
  return (
    (wrong ?? others[0] ?? `one word too many: ${quoted(whole(unknown?.nodes[0]?.raw ?? ''))}`) +
    `\nusage: ${usage(name, Object.entries(positionals))} (more: runock ${name} --help)`
  )
}

/** An option that there is not; undefined for a word too many. */
const unknownWord =
  (known: readonly string[]) =>
  (node: AstNode): string | undefined => {
    if (node.type === 'longOption') {
      const meant = nearest(node.key, [...known, 'help'])
      return `no option ${quoted('--' + node.key)}` + (meant ? `; did you mean --${meant}?` : '')
    }
    if (node.type === 'shortOption') {
      return `no option ${quoted('-' + node.key)}; after the word --, nothing is taken for an option`
    }
    return undefined
  }

const explained = ({ message, nodes }: ParsingError): string => {
  if (message.startsWith(MISSING)) return `${message.slice(MISSING.length)} is missing`
  const node = nodes[0]
  if (nodes.length > 1 && node?.type === 'longOption') return `--${node.key} is there ${nodes.length} times`
  if (message.startsWith(NO_FLAG) && node?.type === 'longOption') return `--${node.key} takes no value`
  return message
}

// What cmd-ts calls these errors.
const MISSING = 'No value provided for '
const NO_FLAG = 'expected value to be either "true" or "false"'

const usage = (name: string, positionals: readonly (readonly [string, Positional])[]): string =>
  [
    'runock',
    name,
    '[OPTIONS]',
    ...positionals.map(([key, { many, optional }]) => {
      const word = key.toUpperCase()
      return many === 'or none' ? orNone(word) : many ? `${word}...` : optional ? maybe(word) : word
    }),
  ].join(' ')

const orNone = (word: string): string => `[${word}...]`

const maybe = (word: string): string => `[${word}]`

type ParsingError = Extract<
  Awaited<ReturnType<typeof cmd.parse>>,
  { _tag: 'error' }
>['error']['errors'][number]
type AstNode = ParsingError['nodes'][number]

/** Without cmd-ts's brackets; ours stand around a word in capitals. */
const plainly = (usage: string): string =>
  /^\[[A-Z]+(\.\.\.)?\]$/.test(usage) ? usage : usage.replace(/[<>[\]]/g, '').replace(/^\.\.\.(.*)/, '$1...')

// Help: what it does, examples first, then the rest, each on its line.
cmd.setDefaultHelpFormatter({
  formatCommand: ({ path, description, examples, helpTopics }) => {
    const topics = (category: RegExp) =>
      helpTopics
        .filter((topic) => category.test(topic.category))
        .map(({ usage, description }) => [plainly(usage), description] as const)
    const words = topics(/arguments/)
    return sections([
      ['', [description ?? '']],
      ['Examples', (examples ?? []).flatMap((e) => [`$ ${e.command}`, ...e.description.split('\n')])],
      ['Usage', [[...path, '[OPTIONS]', ...words.map(([word]) => word)].join(' ')]],
      ['Arguments', columns(words)],
      ['Options', columns(topics(/flags|options/))],
    ])
  },
  formatSubcommands: ({ name }) => name, // runock's own commands are a table, not cmd-ts's
})
