/** The seed that the environment names, to draw the same again; else a new one. */
export const chaosSeed = (): number => Number(process.env['RUNOCK_CHAOS_SEED'] ?? Date.now() % 2 ** 31)
