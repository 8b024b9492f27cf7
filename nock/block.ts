/**
 * Room for so many items. A stack or list of nouns that may get long is kept in several of them, which need not be
 * moved as it grows: one array took twice as long for a list of a million, most of it to grow.
 */
// oxlint-disable-next-line unicorn/no-new-array -- with empty places, at once
export const block = <T>(size: number): T[] => new Array<T>(size)

/** The size of a large one. */
export const BLOCK = 1024
