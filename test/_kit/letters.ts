import { type Command } from './two-states.js'

/** What `sv` writes to supervise/control for a command; undefined for what is no command to a supervisor. */
export const LETTERS: Partial<Readonly<Record<Command, string>>> = { up: 'u', down: 'd', restart: 'tcu' }
