/** How a journal's files start. */
export const HEAD_START = '{"line":"journal"'

/** What the first line of a file starts with: its number, and the chain that it goes on from. */
export const HEAD = /^\{"line":"journal","version":1,"number":(\d+),"previous":"([0-9a-f]{64})"/
