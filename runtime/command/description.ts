import { type Either } from '../../nock/either.js'
import { type Failure } from '../terminal/failure.js'

/** What a shell offers for a word: names of one kind, or these words. */
export type Completes = 'service' | 'directory' | 'file' | 'formula' | 'policy' | 'lesson' | readonly string[]

/** A word of the command line that is no option. */
export interface Positional {
  readonly about: string
  /** One or more of them, or any number; only for the last. */
  readonly many?: true | 'or none'
  /** It may be left out; only for the last. */
  readonly optional?: true
  readonly completes?: Completes
}

/** `--name`: there or not. */
export interface Flag {
  readonly about: string
  /** A letter that stands for it: `-f`. */
  readonly short?: string
}

/** `--name VALUE`. */
export interface Option<T> {
  readonly about: string
  /** What the value is called in the help. */
  readonly value: string
  /** FILE and DIR say it by their names. */
  readonly completes?: Completes
  /** A letter that stands for it: `-n`. */
  readonly short?: string
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
  readonly [K in keyof P]: P[K] extends { readonly many: true | 'or none' }
    ? readonly string[]
    : P[K] extends { readonly optional: true }
      ? string | undefined
      : string
} & {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T | undefined : boolean
}

export type Positionals = Record<string, Positional>
export type Options = Record<string, Flag | Option<unknown>>

/** Whether an option takes a value. */
export const isValued = (option: Flag | Option<unknown>): option is Option<unknown> => 'decode' in option

/** The name of an option as it is typed, without its dashes. */
export const long = (key: string): string => key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())
