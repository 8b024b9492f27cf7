import {
  type Crash,
  type Either,
  type Jets,
  type Noun,
  axis,
  cell,
  cord,
  cueBytes,
  isCell,
  left,
  nock,
  parseNoun,
  right,
} from '../../nock/index.js'

/** Why there is no kernel: the bytes are no pill, or its boot has no value. */
export type PillError =
  | { readonly why: 'pill'; readonly message: string }
  | { readonly why: 'boot'; readonly crash: Crash }

/** Urbit's Hoon compiler and standard library, booted. */
export interface Kernel {
  readonly core: Noun
  /**
   * Compiles a text and runs it in the kernel.
   *
   * @returns its product; or the crash where the text does not parse, does not compile or has no value
   */
  wish(text: string): Either<Crash, Noun>
  /** The product of a gate on a sample. */
  slam(gate: Noun, sample: Noun): Either<Crash, Noun>
}

/**
 * The kernel of an ivory pill: the jam of `[%ivory eve]`, where axis 7 of `*[eve 2 [0 3] 0 2]` is a core that has
 * the gate `wish` as its arm 10 (as Urbit's runtime boots it).
 *
 * @param jets native code for the library's gates; without it a boot takes minutes
 */
export const bootPill = (pill: Uint8Array, jets: Jets | undefined): Either<PillError, Kernel> => {
  const cued = cueBytes(pill)
  if (cued._tag === 'Left') return left({ why: 'pill', message: `no jam: ${cued.left.message}` })
  const noun = cued.right
  if (!isCell(noun) || noun.head !== IVORY)
    return left({ why: 'pill', message: 'its noun is not [%ivory eve]' })
  const booted = nock(noun.tail, LIFE, { jets })
  if (booted._tag === 'Left') return left({ why: 'boot', crash: booted.left })
  const core = axis(7, booted.right)
  if (core === undefined) return left({ why: 'pill', message: 'what it boots has no core at axis 7' })
  return right({
    core,
    wish: (text) => nock(cell(core, cord(text)), WISH, { jets }),
    slam: (gate, sample) => nock(cell(gate, sample), SLAM, { jets }),
  })
}

const formula = (text: string): Noun => {
  const parsed = parseNoun(text)
  if (parsed._tag === 'Left') throw new Error(parsed.left.message)
  return parsed.right
}

const IVORY = cord('ivory')

/** The first formula of the pill's lifecycle, on what is behind it. */
const LIFE = formula('[2 [0 3] 0 2]')

/** `[core text]`: the gate at arm 10 of the core, called with the text. */
const WISH = formula('[8 [9 10 0 2] 9 2 10 [6 0 7] 0 2]')

/** `[gate sample]` */
const SLAM = formula('[9 2 10 [6 0 3] 0 2]')
