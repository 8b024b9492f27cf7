import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Finished, until } from '../runtime/supervise/service.js'
import { type debianSv as Client, debianSv, statusOf } from '../runtime/sv/runit.js'
import { type Case, isUp } from './sv-cases.js'

/** A service of a case, supervised by whomever; `name` stands for `web`. */
export interface Hosted {
  readonly services: string
  readonly name: string
}

/** What a client says to a case's command lines, and how it ends: pids, seconds and names masked. */
export const transcript = async (
  { web: files, supervised = true, after = [], prepare, argv }: Case,
  client: typeof Client,
  { services, name }: Hosted,
  finished: Finished,
): Promise<readonly string[]> => {
  const web = join(services, name)
  const isReady = (): boolean => {
    const status = statusOf(web)
    const saysSo = files?.['run']?.includes('ready') === true
    return status !== undefined && isUp(status) && (!saysSo || existsSync(join(web, 'ready')))
  }
  if (files !== undefined && supervised)
    await until(() => (files['down'] === undefined ? isReady() : isThere(web)))
  for (const [letter, reached] of after) {
    await debianSv(services, [letter, name])
    await until(() => reached(statusOf(web)!) && (!isUp(statusOf(web)!) || isReady()))
  }
  await prepare?.(web, finished)

  const lines: string[] = []
  for (const line of argv) {
    const words = line
      .replace(/\bweb\b/g, name)
      .split(' ')
      .map((word) => (word === '""' ? '' : word.replace('SVDIR', services)))
    const { code, stdout } = await client(services, words)
    const text = stdout
      .replaceAll(services, 'SVDIR')
      .replaceAll(name, 'web')
      .replace(/\(pid \d+\)/g, '(pid N)')
      .replace(/ \d+s\b/g, ' Ns')
    lines.push(`$ sv ${line}`, ...text.split('\n').slice(0, -1), `= ${code}`)
  }
  return lines
}

const isThere = (service: string): boolean =>
  existsSync(join(service, 'supervise/ok')) && statusOf(service) !== undefined
