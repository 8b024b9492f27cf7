import { type Part } from './check.js'

/**
 * Goes through all parts at the same time, and tells a line for each check, part by part, and what it skipped.
 *
 * @param strict whether a part that is skipped is a failure, too
 * @param tell takes each line, without its end
 * @returns whether nothing failed
 */
export const prove = async (
  parts: readonly Part[],
  strict: boolean,
  tell: (line: string) => void,
): Promise<boolean> => {
  const count = { ok: 0, failed: 0, skipped: 0 }
  const begun = parts.map((part) => goOn(resultsOf(part)))
  for (const first of begun) {
    for (let next = await first; next !== undefined; next = await next.rest) {
      count[next.value.outcome]++
      tell(next.value.line)
    }
  }
  tell(`${count.ok} ok, ${count.failed} failed, ${count.skipped} skipped`)
  return count.failed === 0 && (count.skipped === 0 || !strict)
}

interface Result {
  readonly outcome: 'ok' | 'failed' | 'skipped'
  readonly line: string
}

/** What comes of a part; it throws nothing. */
async function* resultsOf({ name, missing, checks }: Part): AsyncGenerator<Result, undefined> {
  const lacking = missing()
  if (lacking !== undefined) {
    yield { outcome: 'skipped', line: `skipped ${name}: ${lacking}` }
    return
  }
  const failed = (what: string): Result => ({ outcome: 'failed', line: `FAILED  ${name}: ${what}` })
  let found = 0
  try {
    for await (const check of checks()) {
      found++
      const said = check.name + (check.said && `: ${check.said}`)
      yield check.ok ? { outcome: 'ok', line: `ok      ${name}: ${said}` } : failed(said)
    }
    if (found === 0) yield failed('there was nothing to check')
  } catch (error) {
    yield failed((error as Error).message)
  }
}

/** What comes, and what comes after it, which is gone on with whether somebody waits for it or not. */
type Coming<T> = Promise<{ readonly value: T; readonly rest: Coming<T> } | undefined>

const goOn = async <T>(source: AsyncGenerator<T, undefined>): Coming<T> => {
  const { done, value } = await source.next()
  return done === true ? undefined : { value, rest: goOn(source) }
}
