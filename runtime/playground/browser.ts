import { spawn } from 'node:child_process'

/**
 * Shows an address in the user's browser, where there is one to be found.
 *
 * @param url of a page of our own
 */
export const openInBrowser = (url: string): void => {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open'
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // there is none: the address was printed
  child.unref()
}
