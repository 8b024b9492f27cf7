// Writes the manual page, at the build: into the file that is named.
import { writeFileSync } from 'node:fs'
import { table } from '../command/table.js'
import { packageVersion } from '../package.js'
import { manual } from './manual.js'

writeFileSync(process.argv[2]!, await manual(table, packageVersion()))
