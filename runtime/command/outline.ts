import {
  type Completes,
  type Description,
  type Options,
  type Positionals,
  isValued,
  long,
} from './description.js'

/** A command line as it is completed, and described in the manual. */
export interface Outline {
  readonly name: string
  readonly about: string
  readonly examples: readonly (readonly [command: string, output: string])[]
  /** Its forms, from the word `runock` on. */
  readonly forms: readonly string[]
  /** Its words in order. */
  readonly words: readonly Word[]
  readonly options: readonly OptionOutline[]
  /** What else the manual says: headings, and under each words and what they mean, or text with no word. */
  readonly more: readonly (readonly [heading: string, rows: readonly (readonly [string, string])[]])[]
}

export interface Word {
  /** `[DIRECTORY]`. */
  readonly form: string
  readonly about: string
  /** There may be more of it. */
  readonly many: boolean
  readonly completes: Completes | undefined
}

export interface OptionOutline {
  /** `--follow`, and `-f` before it if it has one. */
  readonly flags: readonly string[]
  /** What its value is called; undefined when it takes none. */
  readonly value: string | undefined
  readonly about: string
  readonly completes: Completes | undefined
}

const BY_NAME: Readonly<Record<string, Completes>> = { FILE: 'file', DIR: 'directory' }

/** The outline of a command that `define` makes. */
export const outlineOf = <P extends Positionals, O extends Options>({
  name,
  about,
  examples,
  positionals,
  options,
}: Description<P, O>): Outline => {
  const words = Object.entries(positionals).map(
    ([key, { about: meaning, many, optional, completes }]): Word => {
      const bare = many ? `${key.toUpperCase()}...` : key.toUpperCase()
      return {
        form: many === 'or none' || optional ? `[${bare}]` : bare,
        about: meaning,
        many: many !== undefined,
        completes,
      }
    },
  )
  return {
    name,
    about,
    examples,
    forms: [['runock', name, '[OPTIONS]', ...words.map(({ form }) => form)].join(' ')],
    words,
    options: Object.entries(options).map(([key, option]): OptionOutline => {
      const flags = [...(option.short === undefined ? [] : [`-${option.short}`]), `--${long(key)}`]
      if (!isValued(option)) return { flags, value: undefined, about: option.about, completes: undefined }
      const { value, completes = BY_NAME[value] } = option
      return { flags, value, about: option.about, completes }
    }),
    more: [],
  }
}
