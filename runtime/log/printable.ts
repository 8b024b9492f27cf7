/**
 * Text on one line, with nothing in it that a terminal would obey: names and files may hold anything.
 *
 * @example
 * printable('a\nb') === 'a\\nb'
 */
export const printable = (text: string): string => text.replaceAll(UNPRINTABLE, escaped)

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (char: string): string =>
  char === '\n' ? '\\n' : char === '\t' ? '\\t' : `\\u{${char.codePointAt(0)!.toString(16)}}`
