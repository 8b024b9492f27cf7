import { parseArgs } from 'node:util'
import { EXIT } from '../../runtime/terminal/failure.js'
import { complain, print } from '../../runtime/terminal/terminal.js'
import * as bridge from './bridge/checks.js'
import * as coq from './coq/checks.js'
import * as oracle from './oracle/checks.js'
import { prove } from './prove.js'
import * as tla from './tla/checks.js'

// `npm run prove`: every theorem and check of formulas/spec, a line each; 1 where one failed.

const USAGE = `npm run prove -- [--strict] [--write]

  --strict   what is skipped, since a tool is missing, is a failure, too
  --write    nothing is checked; the formulas' texts are written for Coq, after one of them has changed
`

const parts = [
  { name: 'Coq', ...coq },
  { name: 'TLA+', ...tla },
  { name: 'bridge', ...bridge },
  { name: 'oracle', ...oracle },
]

try {
  const { values } = parseArgs({ options: { strict: { type: 'boolean' }, write: { type: 'boolean' } } })
  if (values.write === true) coq.write()
  else {
    const proved = await prove(parts, values.strict === true, (line) => print(line + '\n'))
    process.exitCode = proved ? EXIT.ok : EXIT.crash
  }
} catch (error) {
  complain('prove', `${(error as Error).message}\n\n${USAGE}`)
  process.exitCode = EXIT.usage
}
