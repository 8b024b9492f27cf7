import { type Noun, jamBytes } from '../../nock/index.js'
import { nounOf } from './text.js'

/**
 * An ivory pill made by hand, as text: its compiler knows these texts by heart, and crashes on all others. Urbit's own
 * is not in the package.
 *
 * @param known texts of Hoon, and the texts of their products
 */
export const pillText = (known: readonly (readonly [hoon: string, product: string])[]): string => {
  const wish = known.reduceRight(
    (other, [hoon, product]) => `[6 [5 [0 6] 1 ${cordText(hoon)}] [1 ${product}] ${other}]`,
    '[0 0]',
  )
  const arm = `[1 ${wish} 0 0]`
  const core = `[[0 ${arm} 0] 0]`
  return `[%ivory [0 1] 0 0 ${core}]`
}

/** The bytes of the pill that a text is. */
export const pillBytes = (text: string): Uint8Array => jamBytes(nounOf(text) satisfies Noun)

const cordText = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\0a')}'`
