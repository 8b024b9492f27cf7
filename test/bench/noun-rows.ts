import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cell, type Noun, cueBytes } from '../../nock/index.js'
import { countdown } from '../_kit/programs.js'
import { packageRoot } from '../../runtime/package.js'
import { type ScaleName, type Scaled } from './scale.js'

/** A noun to measure with. */
export interface NounRow {
  readonly name: string
  readonly size: Scaled<string>
  /** Makes it anew, sharing nothing with what was made before; undefined where it is not to be had. */
  readonly make: (size: string) => Noun | undefined
  /** What is measured; all, unless given. */
  readonly operations?: Scaled<readonly Operation[]>
  /** Where @urbit/nockjs has no time for it. */
  readonly withoutNockjs?: readonly ScaleName[]
}

export type Operation = (typeof OPERATIONS)[number]

export const OPERATIONS = ['jam', 'cue', 'mug', 'equal'] as const

/** A balanced tree: its leaves from the left on are those of the indices from `from` on. */
const tree = (levels: number, from: number, leaf: (index: number) => number): Noun =>
  levels === 0
    ? leaf(from)
    : new Cell(tree(levels - 1, from, leaf), tree(levels - 1, from + 2 ** (levels - 1), leaf))

const levels = (size: string): number => Number(size.slice('2^'.length))

const LEAVES: Scaled<string> = { full: '2^20', quick: '2^14', tiny: '2^4' }

/** Urbit's ivory pill, a jam of a million bytes; it is no part of the package. */
const pillPath = (): string =>
  process.env['RUNOCK_PILL'] ?? join(packageRoot(), '..', 'shared', 'nouns', 'ivory.pill')

const pill = (): Noun | undefined => {
  if (!existsSync(pillPath())) return undefined
  const cued = cueBytes(readFileSync(pillPath()))
  if (cued._tag === 'Left') throw new Error(`${pillPath()}: ${cued.left.message}`)
  return cued.right
}

export const nounRows: readonly NounRow[] = [
  { name: 'tree', size: LEAVES, make: (size) => tree(levels(size), 0, (i) => i) },
  { name: 'treeshare', size: LEAVES, make: (size) => tree(levels(size), 0, (i) => i % 1000) },
  {
    name: 'list',
    size: { full: '1e6', quick: '1e4', tiny: '20' },
    make: (size) => countdown(Number(size)),
  },
  {
    name: 'ivory.pill',
    size: { full: '', quick: '', tiny: '' },
    make: pill,
    operations: { full: OPERATIONS, quick: ['cue'], tiny: [] },
    withoutNockjs: ['quick'],
  },
]
