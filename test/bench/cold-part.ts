import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as t from 'io-ts'
import { type Noun, cell, equal, nock, reference } from '../../nock/index.js'
import { packageRoot } from '../../runtime/package.js'
import { D, FIB, noun } from '../_kit/programs.js'
import { productOf } from './product.js'
import { type Contender, race } from './race.js'
import { type Figure, type Part, type Row } from './result.js'
import { type Scale, type ScaleName, SCALES } from './scale.js'
import { spread } from './statistics.js'

/** Measures what is evaluated only once: in a process of its own, and in a warm one. */
export const measureCold = (scale: ScaleName): Part => {
  const { processes } = SCALES[scale]
  const rows = [
    commandLine(processes),
    ...FIRST.map(([name, subject, formula]) => first(name, subject, formula, processes)),
    ...Object.entries(NEVER_SEEN).map(([name, make]) => neverSeen(name, make, SCALES[scale])),
  ]
  return { rows, growth: [], memory: [] }
}

/** Whole processes, by the clock. */
const commandLine = (processes: number): Row => {
  const main = join(packageRoot(), '.dist', 'runtime', 'main.js')
  const commands = {
    runock: [main, 'nock', '1', '[4 0 1]'],
    'node -e 0': ['-e', '0'],
  }
  const by = inTurns(commands, processes, (args) => {
    const began = performance.now()
    const stdout = output(args)
    const wall = performance.now() - began
    if (stdout !== (args[0] === main ? '2\n' : '')) throw new Error(`${args.join(' ')}: ${stdout}`)
    return { wall }
  })
  return { group: 'cold', name: "runock nock 1 '[4 0 1]'", size: 'a process', by }
}

const FIRST: readonly (readonly [name: string, subject: string, formula: string])[] = [
  ['[4 0 1]', '1', '[4 0 1]'],
  ['D 10', '10', D.text],
  ['FIB 6', '6', FIB.text],
]

/** The first evaluation of a process. */
const first = (name: string, subject: string, formula: string, processes: number): Row => {
  const script = fileURLToPath(new URL('first-evaluation.js', import.meta.url))
  const commands = {
    runock: [script, 'machine', subject, formula],
    reference: [script, 'reference', subject, formula],
  }
  const by = inTurns(commands, processes, (args) => {
    const printed: unknown = JSON.parse(output(args))
    if (!Took.is(printed)) throw new Error(`${args.join(' ')}: ${JSON.stringify(printed)}`)
    const [cpu, wall] = printed
    return { cpu, wall }
  })
  return { group: 'cold', name, size: 'first of a process', by }
}

const Took = t.tuple([t.number, t.number])

const output = (args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return stdout
}

interface Sample {
  readonly cpu?: number
  readonly wall: number
}

const inTurns = <A>(
  commands: Readonly<Record<string, A>>,
  rounds: number,
  run: (command: A) => Sample,
): Readonly<Record<string, Figure>> => {
  const samples = Object.entries(commands).map(([name, command]) => ({
    name,
    command,
    taken: [] as Sample[],
  }))
  for (const { command } of samples) run(command) // the files are in the system's cache from here on
  for (let round = 0; round < rounds; round++) {
    for (const { command, taken } of samples) taken.push(run(command))
  }
  return Object.fromEntries(
    samples.map(({ name, taken }) => {
      const cpu = taken.flatMap((sample) => sample.cpu ?? [])
      const figure: Figure = {
        cpu: cpu.length === 0 ? null : spread(cpu),
        wall: spread(taken.map(({ wall }) => wall)),
        allocated: null,
        samples: taken.length,
        repetitions: 1,
      }
      return [name, figure]
    }),
  )
}

/** So many new formulas are one run. */
const FORMULAS = 100

/** Formulas that nobody has seen before: the number is in each of their parts that has an evaluation of its own. */
const NEVER_SEEN: Readonly<Record<string, (n: number) => Noun>> = {
  'no loop': (n) => noun(`[[4 1 ${n}] [6 [5 [0 1] 1 ${n}] [1 ${n}] 0 1] 8 [1 ${n}] [0 2] 0 3]`),
  // counts from n to n + 3
  'three turns': (n) => noun(`[8 [1 ${n}] 8 [1 6 [5 [1 ${n + 3}] 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]`),
}

let made = 0

/** New formulas in a process that has evaluated many. */
const neverSeen = (name: string, make: (n: number) => Noun, scale: Scale): Row => {
  const one = (interpreter: typeof nock | typeof reference, label: string): Contender => ({
    name: label,
    prepare: () => {
      const formulas = Array.from({ length: FORMULAS }, () => make(1_000_000 + 10 * made++))
      return () => formulas.map((formula) => cell(formula, productOf(interpreter(5, formula))))
    },
    times: FORMULAS,
    check: (products) => {
      for (const { head: formula, tail: product } of products as ReturnType<typeof cell>[]) {
        if (!equal(product, productOf(reference(5, formula)))) throw new Error(`${name}: another product`)
      }
    },
  })
  const by = race([one(nock, 'runock'), one(reference, 'reference')], scale)
  return { group: 'cold', name: `a new formula, ${name}`, size: 'warm', by }
}
