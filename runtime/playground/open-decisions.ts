import { type Either, right } from '../../nock/either.js'
import { loadFormulas, namer } from '../formulas/index.js'
import { type Decision } from '../supervision/step.js'
import { EXIT, type Failure } from '../terminal/failure.js'
import { complain, print } from '../terminal/terminal.js'
import { openInBrowser } from './browser.js'
import { decisionLink } from './decision-link.js'
import { PORT, addressOf, servePlayground } from './serve.js'
import { untilEnded } from './until-ended.js'

/**
 * Prints a link into the playground for each decision. On a terminal it also opens the last one, and serves the page until
 * it is ended, unless one is served already.
 */
export const openDecisions = async (
  decisions: readonly Decision[],
  who: string,
  json: boolean,
): Promise<Either<Failure, number>> => {
  const book = loadFormulas()
  const nameOf = book._tag === 'Right' ? namer(book.right) : () => undefined
  const links = decisions.map((decision) => decisionLink(decision, addressOf(PORT), nameOf))
  print((json ? JSON.stringify({ links }) : links.join('\n')) + '\n')
  if (!process.stdout.isTTY) return right(EXIT.ok)
  const served = await servePlayground(PORT)
  openInBrowser(links[links.length - 1]!)
  if (served._tag === 'Right') {
    complain(who, 'serving the playground; Ctrl-C ends it')
    await untilEnded()
    await served.right.close()
  }
  return right(EXIT.ok)
}
