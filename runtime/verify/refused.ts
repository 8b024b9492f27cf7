import { type JetError, showJetError } from '../../jets/index.js'
import { type Check } from './check-list.js'

/** The check of a jet that was not accepted: it fails, with the reason. */
export const refused = (error: JetError): Check => {
  const [headline, ...lines] = showJetError(error).replace(`jet ${error.jet}: `, '').split('\n')
  return {
    name: error.jet,
    runs: 0,
    check: ({ seed }) => ({
      name: error.jet,
      runs: 0,
      valued: 0,
      crashed: 0,
      undecided: 0,
      answered: 0,
      seed,
      milliseconds: 0,
      failure: {
        headline: headline!,
        details: lines.map((line, i) => [i === 0 ? 'the text' : '', line.slice(2)] as const),
        path: undefined,
      },
    }),
  }
}
