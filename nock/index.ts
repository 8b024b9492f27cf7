/**
 * Nouns and Nock 4K: reading, printing, jam and cue, mug, the reference interpreter and the machine. It depends on
 * nothing, so it runs wherever JavaScript does.
 */
export { at as axis, deepest, peg, turns } from './axis.js'
export * from './budget.js'
export * from './cord.js'
export * from './crash.js'
export * from './cue.js'
export * from './describe.js'
export * from './edit.js'
export * from './either.js'
export * from './equal.js'
export * from './jam.js'
export * from './jet.js'
export { translationAllowed } from './machine/translation/dynamic.js'
export * from './mug.js'
export * from './nock.js'
export * from './noun.js'
export * from './parse.js'
export * from './print.js'
export * from './reference.js'
