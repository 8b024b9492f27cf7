import { byId } from './element.js'

/**
 * The button that copies the address of what is shown.
 *
 * @param writeAddress makes the address that; false where it would be too long
 */
export const beginSharing = (writeAddress: () => boolean): void => {
  byId('share').addEventListener('click', async () => {
    byId('shared').textContent = writeAddress() ? await copied() : 'This is too long for a link.'
  })
}

const copied = async (): Promise<string> => {
  try {
    await navigator.clipboard.writeText(location.href)
    return 'The link is copied.'
  } catch {
    return 'The link is in the address bar.' // the browser does not let us
  }
}
