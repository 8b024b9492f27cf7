import { FIRST, seal } from '../../runtime/journal/chain.js'

/** A line of a journal as JSON has it, without its chain. */
export type Body = Readonly<Record<string, unknown>>

/** The text of lines, chained anew: what he writes who changes a journal and knows how it is made. */
export const sealed = (bodies: readonly Body[], previous: string = FIRST): string => {
  let chain = previous
  let text = ''
  for (const body of bodies) {
    const line = seal(chain, JSON.stringify(body))
    chain = line.chain
    text += line.text + '\n'
  }
  return text
}

/** The lines that a journal's text has. */
export const bodiesOf = (text: string): readonly Body[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { chain: _, ...body } = JSON.parse(line) as Record<string, unknown>
      return body
    })

/** The chain of the last line of a text. */
export const lastChain = (text: string): string => /"chain":"([0-9a-f]{64})"\}\n?$/.exec(text)![1]!
