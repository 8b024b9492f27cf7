/** What the browser keeps for this page under a name; undefined where there is nothing, or it keeps nothing. */
export const kept = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(`runock.${name}`) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Has the browser keep it, if it does. */
export const keep = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(`runock.${name}`, JSON.stringify(value))
  } catch {
    // a private window, or no room: then it is gone with the page
  }
}
