/** The seed that the environment names, to draw the same again; else a new one. */
export const chaosSeed = (): number => Number(process.env['RUNOCK_CHAOS_SEED'] ?? Date.now() % 2 ** 31)

/** The same for the interpreters' pairs. */
export const agreeSeed = (): number => Number(process.env['RUNOCK_SEED'] ?? Date.now() % 2 ** 31)
