import { type Either } from '../../nock/either.js'
import { type Failure } from './failure.js'
import { complain } from './terminal.js'

/** What the table knows how to run. Most are made by {@link define}; a command with a syntax of its own is one as it is. */
export interface Command {
  /**
   * @param argv the words after the command's name
   * @returns the exit code
   */
  run(argv: readonly string[]): Promise<number>
}

/** A word of the command line that is no option. */
export interface Positional {
  readonly about: string
  /** One or more of them; only for the last. */
  readonly many?: true
}

/** `--name`: there or not. */
export interface Flag {
  readonly about: string
}

/** `--name VALUE`. */
export interface Option<T> {
  readonly about: string
  /** What the value is called in the help. */
  readonly value: string
  /** The value of its text, or what the text should have been. */
  decode(text: string): Either<string, T>
}

/**
 * A command line, from which come its parser, its help and its usage errors. The keys of `positionals` and `options`
 * are their names: `subject` is SUBJECT, `noJets` is `--no-jets`.
 */
export interface Description<
  P extends Record<string, Positional>,
  O extends Record<string, Flag | Option<unknown>>,
> {
  /** As it is typed: `nock`. */
  readonly name: string
  /** What it does, in sentences of lines that fit a terminal. */
  readonly about: string
  /** Command lines and what they print: tests run them. */
  readonly examples: readonly (readonly [command: string, output: string])[]
  readonly positionals: P
  readonly options: O
  /** What it does with them; its own failures are values, and their messages go to stderr. */
  run(values: Values<P, O>): Promise<Either<Failure, number>>
}

export type Values<P, O> = {
  readonly [K in keyof P]: P[K] extends { readonly many: true } ? readonly string[] : string
} & {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T | undefined : boolean
}

export type Positionals = Record<string, Positional>
export type Options = Record<string, Flag | Option<unknown>>

/**
 * A command from its description.
 *
 * @example
 * export const command = define({ name: 'mug', positionals: { noun: { about: '…' } }, options: {}, … })
 */
export const define = <P extends Positionals, O extends Options>(
  description: Description<P, O>,
): Command => ({
  run: async (argv) => {
    const values = plain(description, argv)
    const done = values
      ? await description.run(values)
      : await (await import('./arguments.js')).runWithArguments(description, argv)
    if (done._tag === 'Right') return done.right
    complain(`runock ${description.name}`, done.left.message)
    return done.left.code
  },
})

/**
 * The values of a command line that has nothing to parse: its positionals, all there, and not one word that could be
 * an option. The rest is cmd-ts's work, all of it; but loading cmd-ts takes half as long as starting Node, and
 * scripts that evaluate one formula after another mostly write this form.
 */
const plain = <P extends Positionals, O extends Options>(
  { positionals, options }: Description<P, O>,
  argv: readonly string[],
): Values<P, O> | undefined => {
  const names = Object.keys(positionals)
  const last = names[names.length - 1]
  const many = last !== undefined && positionals[last]!.many === true
  if (argv.some((word) => word.startsWith('-') && word !== '-')) return undefined
  if (many ? argv.length < names.length : argv.length !== names.length) return undefined
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) values[name] = isValued(option) ? undefined : false
  names.forEach((name, i) => (values[name] = many && name === last ? argv.slice(i) : argv[i]))
  return values as Values<P, O>
}

/** Whether an option takes a value. */
export const isValued = (option: Flag | Option<unknown>): option is Option<unknown> => 'decode' in option

/** The name of an option as it is typed, without its dashes. */
export const long = (key: string): string => key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())
