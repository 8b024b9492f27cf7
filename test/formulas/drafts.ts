import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedFormulas } from '../../runtime/formulas/index.js'
import { type Row } from '../_kit/tables.js'

/** An entry of `formulas/spec/drafts.txt`; what the parts mean stands at its top. */
export interface Draft {
  readonly name: string
  readonly in: string
  readonly text: string
  readonly printed: string
  readonly read: string | undefined
  readonly instead: string | undefined
  readonly so: string
  readonly rows: readonly Row[]
}

/** The specification's formulas as printed, and what they come to. */
export const readDrafts = (): readonly Draft[] =>
  readFileSync(join(shippedFormulas(), 'spec', 'drafts.txt'), 'utf8')
    .split(/^= /m)
    .slice(1)
    .map((entry) => {
      const [name, ...lines] = entry.split('\n').filter((line) => line !== '')
      const field = (label: string): string | undefined =>
        lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2)
      const needed = (label: string): string => {
        const value = field(label)
        if (value === undefined) throw new Error(`drafts.txt: ${name} has no line "${label}:"`)
        return value
      }
      return {
        name: name!,
        in: needed('in'),
        text: lines.flatMap((line) => (line.startsWith('| ') ? [line.slice(2)] : [])).join('\n'),
        printed: needed('printed'),
        read: field('read'),
        instead: field('instead'),
        so: needed('so'),
        rows: lines.flatMap((line) => {
          const [subject, outcome, ...more] = line.startsWith('|') ? [] : line.split(' -> ')
          return outcome === undefined || more.length > 0 ? [] : [[subject!, outcome] as const]
        }),
      }
    })
