import { parseArgs } from 'node:util'
import { EXIT } from '../../runtime/terminal/failure.js'
import { complain, print } from '../../runtime/terminal/terminal.js'
import * as bridge from './bridge/checks.js'
import * as oracle from './oracle/checks.js'
import { prove } from './prove.js'
import * as tla from './tla/checks.js'

// `npm run prove`: every theorem and check of formulas/spec, a line each; 1 where one failed.

const USAGE = `npm run prove -- [--strict]

  --strict   what is skipped, since a tool is missing, is a failure, too
`

const parts = [
  { name: 'TLA+', ...tla },
  { name: 'bridge', ...bridge },
  { name: 'oracle', ...oracle },
]

try {
  const { values } = parseArgs({ options: { strict: { type: 'boolean' } } })
  const proved = await prove(parts, values.strict === true, (line) => print(line + '\n'))
  process.exitCode = proved ? EXIT.ok : EXIT.crash
} catch (error) {
  complain('prove', `${(error as Error).message}\n\n${USAGE}`)
  process.exitCode = EXIT.usage
}
