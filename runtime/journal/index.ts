/** The journal: every decision of a supervisor, a line each, so that it can be made again. */
export { FIRST, seal } from './chain.js'
export { journalFiles } from './files.js'
export { Journal, type JournalOptions, type Sink } from './journal.js'
export { type Line, decodeLine, nounText } from './line.js'
export { type JournalSettings, type OpenJournal, openJournal } from './open.js'
export { isQuiet } from './quiet.js'
export { type Place, type Read, readJournal } from './read.js'
