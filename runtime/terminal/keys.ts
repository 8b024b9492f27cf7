const ESCAPE = '\x1b'
const KEY = new RegExp(`${ESCAPE}[[O][0-9;]*[A-Za-z~]|[^]`, 'gu')

/**
 * The keys in what a terminal sent at once.
 *
 * @example
 * keysOf('q\x1b[A').length === 2
 */
export const keysOf = (text: string): readonly string[] => text.match(KEY) ?? []
