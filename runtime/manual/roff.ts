/** Text as the man macros print it, word for word: nothing in it is a request, a hyphen is a minus. */
export const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replaceAll(
      /[^\n\x20-\x7e]/gu,
      (char) => `\\[u${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replaceAll(/^[.']/gm, '\\&$&')

/** An argument of a macro. */
const argument = (text: string): string => `"${plain(text).replaceAll('"', '\\(dq')}"`

export const section = (heading: string, ...lines: readonly string[]): string =>
  [`.SH ${argument(heading.toUpperCase())}`, ...lines].join('\n')

export const subsection = (heading: string, ...lines: readonly string[]): string =>
  [`.SS ${argument(heading)}`, ...lines].join('\n')

/** A paragraph, filled. */
export const paragraph = (text: string): string => `.PP\n${plain(text)}`

/** Lines as they are. */
export const lines = (text: readonly string[]): string =>
  ['.PP', '.RS 4', '.nf', ...text.map(plain), '.fi', '.RE'].join('\n')

/** Words in bold, and what each means. */
export const terms = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([word, meaning]) => `.TP\n.B ${argument(word)}\n${plain(meaning)}`).join('\n')
