import { type Part } from './check.js'

/**
 * Goes through the parts, and tells a line for each check as soon as it is known, and what it skipped.
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
  for (const { name, missing, checks } of parts) {
    const lacking = missing()
    if (lacking !== undefined) {
      count.skipped++
      tell(`skipped ${name}: ${lacking}`)
      continue
    }
    let found = 0
    try {
      for await (const check of checks()) {
        found++
        count[check.ok ? 'ok' : 'failed']++
        tell(`${check.ok ? 'ok     ' : 'FAILED '} ${name}: ${check.name}${check.said && `: ${check.said}`}`)
      }
      if (found === 0) throw new Error('there was nothing to check')
    } catch (error) {
      count.failed++
      tell(`FAILED  ${name}: ${(error as Error).message}`)
    }
  }
  tell(`${count.ok} ok, ${count.failed} failed, ${count.skipped} skipped`)
  return count.failed === 0 && (count.skipped === 0 || !strict)
}
