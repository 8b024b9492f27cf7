import { type Command } from './command.js'
import {
  type Description,
  type Flag,
  type Option,
  type Options,
  type Positionals,
  type Values,
  isValued,
  long,
} from './description.js'
import { fail, speakAsAsked } from '../terminal/terminal.js'

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
    speakAsAsked(argv)
    const values = plainValues(description, argv)
    const done = values
      ? await description.run(values)
      : await (await import('./arguments.js')).runWithArguments(description, argv)
    return done._tag === 'Right' ? done.right : fail(`runock ${description.name}`, done.left)
  },
  outline: async () => (await import('./outline.js')).outlineOf(description),
})

/**
 * The values of a command line that is right at first sight: its positionals, all there, and options that it has, once
 * each and with a value that is one. The rest is cmd-ts's work, and so is what to say of it; but loading cmd-ts takes as
 * long as starting Node, and scripts that evaluate one formula after another write this form.
 */
export const plainValues = <P extends Positionals, O extends Options>(
  { positionals, options }: Description<P, O>,
  argv: readonly string[],
): Values<P, O> | undefined => {
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) values[name] = isValued(option) ? undefined : false
  const left = new Map(Object.keys(options).map((name) => [`--${long(name)}`, name]))
  const words: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (!isOption(word)) {
      words.push(word)
      continue
    }
    const name = left.get(word)
    if (name === undefined || !left.delete(word)) return undefined
    const value = valueOf(options[name]!, argv[i + 1])
    if (value === undefined) return undefined
    values[name] = value.value
    if (isValued(options[name]!)) i++
  }
  const names = Object.keys(positionals)
  const last = names[names.length - 1]
  const { many, optional } = (last === undefined ? undefined : positionals[last]) ?? {}
  const fewest = names.length - (many === 'or none' || optional ? 1 : 0)
  if (words.length < fewest || (!many && words.length > names.length)) return undefined
  names.forEach((name, i) => (values[name] = many && name === last ? words.slice(i) : words[i]))
  return values as Values<P, O>
}

/** What an option has for its value, with the next word behind it; undefined when that is none. */
const valueOf = (
  option: Flag | Option<unknown>,
  next: string | undefined,
): { readonly value: unknown } | undefined => {
  if (!isValued(option)) return { value: true }
  const decoded = next === undefined || next.startsWith('-') ? undefined : option.decode(next)
  return decoded?._tag === 'Right' ? { value: decoded.right } : undefined
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-'
