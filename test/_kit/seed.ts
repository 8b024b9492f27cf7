/** The seed that the environment names, to draw the same again; else a new one. */
export const chaosSeed = (): number => seedOf('RUNOCK_CHAOS_SEED')

/** The same for the interpreters' pairs. */
export const agreeSeed = (): number => seedOf('RUNOCK_SEED')

/** @throws where it is no number: another seed would draw something else, and nobody would know */
const seedOf = (variable: string): number => {
  const given = process.env[variable]
  if (given === undefined) return Date.now() % 2 ** 31
  if (!/^\d{1,10}$/.test(given))
    throw new Error(`${variable}=${given}: a seed is a number, printed by the run it is of`)
  return Number(given)
}
