import { type Either, left, right } from '../../nock/either.js'
import { nearest } from '../../nock/nearest.js'
import { type Noun, isAtom } from '../../nock/noun.js'
import { type ParseOptions, parseNoun, showParseError } from '../../nock/parse.js'

/** Words after a colon, each with what it does. */
export const COMMANDS = {
  subject: 'the subject, or a new one: :subject [1 2]',
  noun: 'print a noun: :noun start',
  vars: 'the variables',
  step: 'the steps of the last evaluation, or from one on: :step 40',
  tree: 'a noun as a tree; the last product unless given: :tree [1 2 3]',
  explain: 'a formula in words; the last one unless given: :explain stop',
  jets: 'list the formulas that have jets; :jets on, :jets off',
  help: 'this',
  quit: 'leave, as Ctrl-D does',
} as const
export type CommandName = keyof typeof COMMANDS

/** What a line asks for. */
export type Line =
  | { readonly is: 'nothing' }
  /** `FORMULA`: on the subject that there is. */
  | { readonly is: 'formula'; readonly formula: Noun; readonly name: string | undefined }
  /** `.*(SUBJECT FORMULA)`, `*[SUBJECT FORMULA]`. */
  | {
      readonly is: 'evaluate'
      readonly subject: Noun
      readonly formula: Noun
      readonly name: string | undefined
    }
  /** `NAME = NOUN`. */
  | { readonly is: 'define'; readonly name: string; readonly noun: Noun }
  | { readonly is: 'command'; readonly command: CommandName; readonly text: string }

/**
 * Reads a line, or several up to where all brackets are closed.
 *
 * @param names what a word stands for
 * @returns what is wrong, in words, with a caret under it
 * @example
 * readLine('x = [1 2]', {}).right.name === 'x'
 */
export const readLine = (text: string, names: ParseOptions): Either<string, Line> => {
  const bare = withoutRemarks(text)
  if (bare.trim() === '') return right({ is: 'nothing' })
  if (bare.trimStart().startsWith(':')) return readCommand(bare.trim())
  const [, name, rest] = /^\s*([a-z][a-z0-9-]*)\s*=(?!=)([^]*)$/.exec(bare) ?? []
  if (name === undefined) return readEvaluation(bare, undefined, names, text)
  const shifted = bare.slice(0, bare.length - rest!.length).replaceAll(/[^\n]/g, ' ') + rest!
  if (/^\s*(\.\*\(|\*\[)/.test(shifted)) return readEvaluation(shifted, name, names, text)
  const noun = read(shifted, names, text)
  return noun._tag === 'Left' ? noun : right({ is: 'define', name, noun: noun.right })
}

/** Blanks in the place of remarks; a semicolon in a cord begins none. */
const withoutRemarks = (text: string): string =>
  text.replaceAll(/('(?:[^'\\\n]|\\.)*')|;.*$/gm, (all, cord?: string) => cord ?? ' '.repeat(all.length))

const readCommand = (text: string): Either<string, Line> => {
  const [, word, rest] = /^:([a-z]*)\s*([^]*)$/.exec(text) ?? ['', text.slice(1), '']
  if (Object.hasOwn(COMMANDS, word!))
    return right({ is: 'command', command: word as CommandName, text: rest! })
  const meant = nearest(word!, Object.keys(COMMANDS))
  return left(
    `there is no :${word}${meant === undefined ? '; :help lists what there is' : `; did you mean :${meant}?`}`,
  )
}

/** The text keeps its length, so that a caret stands where the mistake is. */
const readEvaluation = (
  text: string,
  name: string | undefined,
  names: ParseOptions,
  shown: string,
): Either<string, Line> => {
  const pair = /^\s*\.\*\(/.test(text)
    ? text.replace('.*(', '  [').replace(/\)(\s*)$/, ']$1')
    : /^\s*\*\[/.test(text)
      ? text.replace('*', ' ')
      : undefined
  const noun = read(pair ?? text, names, shown)
  if (noun._tag === 'Left') return noun
  if (pair === undefined) return right({ is: 'formula', formula: noun.right, name })
  if (isAtom(noun.right)) return left('a subject and a formula: .*(41 [4 0 1])')
  return right({ is: 'evaluate', subject: noun.right.head, formula: noun.right.tail, name })
}

/** @param shown the text as it was typed, of the same length */
const read = (text: string, names: ParseOptions, shown: string): Either<string, Noun> => {
  const noun = parseNoun(text, names)
  return noun._tag === 'Left' ? left(showParseError({ ...noun.left, text: shown })) : noun
}

/**
 * Whether brackets are open at the end of a text: then the next line belongs to it.
 *
 * @example
 * isOpen('[1 [2') && !isOpen('[1 2] ; [')
 */
export const isOpen = (text: string): boolean => {
  const bare = text.replaceAll(/'(?:[^'\\\n]|\\.)*'|;.*$/gm, '')
  const count = (mark: RegExp): number => bare.match(mark)?.length ?? 0
  return count(/[[(]/g) > count(/[\])]/g)
}
