import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../.dist/', import.meta.url)

/**
 * What a Node process prints that runs this script with these flags, in which `nock/…` stands for the modules built.
 *
 * @throws Error if the process fails
 */
export const inChild = (flags: readonly string[], script: string, input = ''): string => {
  const text = script.replaceAll("from 'nock/", `from '${ROOT.href}nock/`)
  const words = [...flags, '--input-type=module', '--eval', text]
  const most = 64 * 2 ** 20
  return execFileSync(process.execPath, words, {
    cwd: fileURLToPath(ROOT),
    input,
    encoding: 'utf8',
    maxBuffer: most,
  })
}
