import { Table } from 'console-table-printer'
import { ratio } from './means.js'
import { type Report, type Row, cpuOf } from './result.js'
import { digits, duration, size, times } from './units.js'
import { keyOf } from './vere.js'

type Cells = Readonly<Record<string, string>>

/** The report for people: tables, each with a heading and what must be known to read it. */
export const drawReport = (report: Report): string => {
  const of = (group: Row['group']) => report.rows.filter((row) => row.group === group)
  return [
    `node ${report.node}, ${report.platform}, ${report.cpus} CPUs, scale ${report.scale}; medians of CPU time` +
      ' (user and system, all threads) unless said otherwise',
    section(
      'Formulas, warm, no jets',
      of('formulas').map((row) => formulaRow(row, report)),
      [
        'vere: computed, with ~ its published time, scaled to this machine by the naive compiler’s; without, the naive',
        'compiler’s time here times the founder’s factor, where that is less. allocated: by one run of runock.',
        'every turn: with a budget, which charges for every turn of a loop. Without one, what a loop that only counts comes',
        'to is found without taking its turns, while `by hand` takes them (D, EVAL2; A and D within FIB, ACK and SUM).',
        ...report.means.map(
          ({ ratio: what, of: which, mean, worst, rows }) =>
            `${what}: geometric mean ${digits(mean)}, worst ${digits(worst)} (${which}, ${rows})`,
        ),
      ],
    ),
    section('Beside the reference, at sizes where it ends soon', of('reference').map(referenceRow)),
    section(
      'Nouns',
      of('nouns').map((row) => nounRow(row, report)),
      ['nockjs: @urbit/nockjs. * one sample, it is that slow. vere: as above.'],
    ),
    section('The supervisor’s own work', of('supervisor').map(referenceRow), [
      'a decision or a step is one; jets on, but for `decide again`, which is what a replay does',
    ]),
    section('Cold: evaluated once', of('cold').map(coldRow), [
      'a process: the clock, all others: CPU time. a new formula: one nobody has seen, in a warm process',
    ]),
    section(
      'Memory',
      report.memory.map(({ what, bytes, cells }) => ({
        what,
        held: size(bytes),
        'a cell': `${digits(bytes / cells)} B`,
      })),
    ),
    section(
      'Growth: cost for each turn as the work grows; exponent 1 is linear',
      report.growth.map(({ name, per, points, exponent }) => ({
        formula: name,
        exponent: exponent.toFixed(2),
        'for each': per,
        'cost at each size': points
          .map(({ size: at, work, cpu }) => `${at}: ${duration(cpu / work)}`)
          .join('   '),
      })),
    ),
    report.missing.length === 0 ? '' : `failed, and not here: ${report.missing.join(', ')}`,
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

const formulaRow = (row: Row, { vere }: Report): Cells => {
  const [ours, turns, hand, naive] = ['runock', 'every turn', 'by hand', 'naive'].map((name) =>
    cpuOf(row.by, name),
  )
  const theirs = vere[keyOf(row)]
  const mark = theirs?.from.startsWith('published') === true ? '~' : ''
  return {
    formula: keyOf(row),
    runock: shown(row, 'runock'),
    'every turn': shown(row, 'every turn'),
    'by hand': shown(row, 'by hand'),
    naive: shown(row, 'naive'),
    vere: theirs === undefined ? '' : mark + duration(theirs.cpu),
    'vere/runock': times(ratio(theirs?.cpu, ours)),
    'naive/runock': times(ratio(naive, ours)),
    'runock/by hand': times(ratio(ours, hand)),
    'every turn/by hand': times(ratio(turns, hand)),
    'runock, clock': wall(row, 'runock'),
    allocated: allocated(row, 'runock'),
  }
}

const referenceRow = (row: Row): Cells => ({
  what: keyOf(row),
  runock: shown(row, 'runock'),
  reference: shown(row, 'reference'),
  'reference/runock': times(ratio(cpuOf(row.by, 'reference'), cpuOf(row.by, 'runock'))),
  'runock, clock': wall(row, 'runock'),
  allocated: allocated(row, 'runock'),
})

const nounRow = (row: Row, { vere }: Report): Cells => {
  const theirs = vere[keyOf(row)]
  const ours = cpuOf(row.by, 'runock')
  return {
    what: keyOf(row),
    runock: shown(row, 'runock'),
    nockjs: shown(row, 'nockjs'),
    vere: theirs === undefined ? '' : `~${duration(theirs.cpu)}`,
    'vere/runock': times(ratio(theirs?.cpu, ours)),
    'nockjs/runock': times(ratio(cpuOf(row.by, 'nockjs'), ours)),
    'runock, clock': wall(row, 'runock'),
    allocated: allocated(row, 'runock'),
  }
}

const coldRow = (row: Row): Cells => {
  const [ours = '', other = ''] = Object.keys(row.by)
  const figures = [ours, other].map((name) => {
    const figure = row.by[name]
    return figure === undefined || 'failed' in figure ? undefined : (figure.cpu ?? figure.wall)
  })
  const [a, b] = figures
  return {
    what: `${row.name} (${row.size})`,
    runock: duration(a?.median),
    'at least': duration(a?.min),
    beside: other,
    takes: duration(b?.median),
    'at least ': duration(b?.min),
    difference: a === undefined || b === undefined ? '' : signed(a.median - b.median),
  }
}

const signed = (ms: number): string => (ms < 0 ? `-${duration(-ms)}` : `+${duration(ms)}`)

const shown = (row: Row, name: string): string => {
  const figure = row.by[name]
  if (figure === undefined) return ''
  if ('failed' in figure) return figure.failed
  return duration(figure.cpu?.median) + (figure.samples === 1 ? ' *' : '')
}

const wall = (row: Row, name: string): string => {
  const figure = row.by[name]
  return figure === undefined || 'failed' in figure ? '' : duration(figure.wall.median)
}

const allocated = (row: Row, name: string): string => {
  const figure = row.by[name]
  return figure === undefined || 'failed' in figure || figure.allocated === null ? '' : size(figure.allocated)
}

const section = (title: string, rows: readonly Cells[], notes: readonly string[] = []): string => {
  if (rows.length === 0) return ''
  const columns = Object.keys(rows[0]!).filter((name) => rows.some((cells) => cells[name] !== ''))
  const table = new Table({
    columns: columns.map((name, i) => ({ name, title: name.trim(), alignment: i === 0 ? 'left' : 'right' })),
    shouldDisableColors: true,
  })
  for (const cells of rows) table.addRow(Object.fromEntries(columns.map((name) => [name, cells[name]])))
  return [title, table.render(), ...notes].join('\n')
}
