import {
  type Command,
  type Description,
  type Options,
  type Positionals,
  type Values,
  isValued,
} from './command.js'
import { complain } from '../terminal/terminal.js'

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
  const many = last === undefined ? undefined : positionals[last]!.many
  const fewest = names.length - (many === 'or none' ? 1 : 0)
  if (argv.some((word) => word.startsWith('-') && word !== '-')) return undefined
  if (many ? argv.length < fewest : argv.length !== names.length) return undefined
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) values[name] = isValued(option) ? undefined : false
  names.forEach((name, i) => (values[name] = many && name === last ? argv.slice(i) : argv[i]))
  return values as Values<P, O>
}
