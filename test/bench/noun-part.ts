import { type CueError, type Either, type Noun, cueBytes, equal, jamBytes, mug } from '../../nock/index.js'
import { type NockjsAtom, type NockjsNoun, isSameNockjs, nockjs, toNockjs } from './nockjs.js'
import { type NounRow, OPERATIONS, type Operation } from './noun-rows.js'
import { JAM_BYTES, MUGS } from './published.js'
import { type Contender, race } from './race.js'
import { type Part, type Row } from './result.js'
import { type ScaleName, SCALES } from './scale.js'

/** Measures jam, cue, mug and equality of a noun, each beside @urbit/nockjs, on nouns not touched before. */
export const measureNoun = (noun: NounRow, scale: ScaleName): Part => {
  const { name, size: sizes, make, operations, withoutNockjs = [] } = noun
  const size = sizes[scale]
  const known = make(size)
  if (known === undefined) {
    return {
      rows: [row(`cue ${name}`, size, { runock: { failed: 'no pill here' } })],
      growth: [],
      memory: [],
    }
  }
  const fresh = () => make(size)!
  const jammed = jamBytes(known)
  const view = new DataView(jammed.buffer, jammed.byteOffset, jammed.byteLength)
  const hash = mug(known)
  const key = `${name} ${size}`.trim()
  same(JAM_BYTES[key] ?? jammed.length, jammed.length, `jam ${key}, bytes`)
  same(MUGS[key] ?? hash, hash, `mug ${key}`)

  const contenders: Readonly<Record<Operation, readonly Contender[]>> = {
    jam: [
      on('runock', fresh, jamBytes, (bytes) => equalBytes(bytes, jammed)),
      on(
        'nockjs',
        () => toNockjs(fresh()),
        nockjs.jam,
        (atom) => equalBytes(bytesOf(atom), jammed),
      ),
    ],
    cue: [
      on(
        'runock',
        () => jammed,
        cueBytes,
        (cued) => equal(right(cued), known),
      ),
      on(
        'nockjs',
        () => view,
        nockjs.cue_bytes,
        (cued) => isSameNockjs(known, cued),
      ),
    ],
    mug: [
      on('runock', fresh, mug, (theirs) => theirs === hash),
      on(
        'nockjs',
        () => toNockjs(fresh()),
        (theirs) => theirs.mug(),
        (theirs) => theirs === hash,
      ),
    ],
    equal: [
      on(
        'runock',
        () => [fresh(), fresh()] as const,
        ([a, b]) => equal(a, b),
        (is) => is,
      ),
      on(
        'nockjs',
        (): readonly NockjsNoun[] => [toNockjs(fresh()), toNockjs(fresh())],
        ([a, b]) => a!.equals(b!),
        (is) => is,
      ),
    ],
  }
  const rows = (operations?.[scale] ?? OPERATIONS).map((what) => {
    const among = contenders[what].filter((one) => one.name !== 'nockjs' || !withoutNockjs.includes(scale))
    return row(`${what} ${name}`, size, race(among, SCALES[scale]))
  })
  return { rows, growth: [], memory: [] }
}

const row = (name: string, size: string, by: Row['by']): Row => ({ group: 'nouns', name, size, by })

const on = <A, B>(
  name: string,
  prepare: () => A,
  run: (input: A) => B,
  isRight: (product: B) => boolean,
): Contender => ({
  name,
  prepare: () => {
    const input = prepare()
    return () => run(input)
  },
  batch: 1,
  check: (product) => same(isRight(product as B), true, name),
})

const same = <A>(is: A, wanted: A, what: string): void => {
  if (is !== wanted) throw new Error(`${what}: ${String(is)} where ${String(wanted)} is right`)
}

const right = (cued: Either<CueError, Noun>): Noun => {
  if (cued._tag === 'Left') throw new Error(cued.left.message)
  return cued.right
}

const bytesOf = (atom: NockjsAtom): Uint8Array => {
  const hex = atom.number.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').reverse()
}

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
