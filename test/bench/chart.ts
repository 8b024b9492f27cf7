import { type Report, cpuOf } from './result.js'
import { duration } from './units.js'
import { keyOf } from './vere.js'

const SERIES = ['runock', 'every turn', 'by hand', 'naive', 'vere'] as const

type Bars = { readonly name: string; readonly times: readonly (number | undefined)[] }

const BAR = 11
const ROW = SERIES.length * BAR + 14
const LEFT = 120
const WIDTH = 860
const RIGHT = 80
const TOP = 56

/**
 * The formulas' rows as a bar chart, the time on a logarithmic scale: SVG text that is light or dark as the page is.
 */
export const drawChart = ({ rows, vere, scale }: Report): string => {
  const bars: readonly Bars[] = rows
    .filter(({ group }) => group === 'formulas')
    .map((row) => ({
      name: keyOf(row),
      times: SERIES.map((name) => (name === 'vere' ? vere[keyOf(row)]?.cpu : cpuOf(row.by, name))),
    }))
  const known = bars.flatMap(({ times }) => times.flatMap((time) => (time === undefined ? [] : [time])))
  const low = Math.floor(Math.log10(Math.min(...known)))
  const high = Math.ceil(Math.log10(Math.max(...known)))
  const decade = (WIDTH - LEFT - RIGHT) / Math.max(1, high - low)
  const x = (ms: number): number => round(LEFT + (Math.log10(ms) - low) * decade)
  const height = TOP + bars.length * ROW + 12

  const grid = Array.from({ length: high - low + 1 }, (_, i) => {
    const ms = 10 ** (low + i)
    return (
      `<line class="grid" x1="${x(ms)}" x2="${x(ms)}" y1="${TOP - 8}" y2="${height - 12}"/>` +
      text(x(ms), TOP - 14, 'middle', unit(ms))
    )
  })
  const legend = SERIES.map(
    (name, i) =>
      `<rect class="s${i}" x="${LEFT + i * 132}" y="10" width="12" height="12"/>` +
      text(LEFT + i * 132 + 18, 20, 'start', name === 'vere' ? 'vere (computed)' : name),
  )
  const drawn = bars.flatMap(({ name, times }, row) => [
    text(LEFT - 8, TOP + row * ROW + (SERIES.length * BAR) / 2 + 4, 'end', name),
    ...times.map((time, i) => {
      const y = TOP + row * ROW + i * BAR
      if (time === undefined) return text(LEFT + 4, y + 9, 'start', 'none', 'small')
      // a bar starts at the axis, which is no zero: lengths compare as logarithms
      return (
        `<rect class="s${i}" x="${LEFT}" y="${y}" width="${round(x(time) - LEFT)}" height="${BAR - 1}"/>` +
        text(x(time) + 4, y + 9, 'start', duration(time), 'small')
      )
    }),
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>Nock formulas, CPU time, logarithmic scale${scale === 'full' ? '' : ` (${scale})`}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}"/>`,
    ...grid,
    ...legend,
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 } .small { font-size: 9.5px; fill: #59636e }
.page { fill: #fff } .grid { stroke: #d1d9e0; stroke-width: 1 }
.s0 { fill: #0969da } .s1 { fill: #1a7f37 } .s2 { fill: #9a6700 } .s3 { fill: #bf3989 } .s4 { fill: #8c959f }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .small { fill: #9198a1 } .page { fill: #0d1117 } .grid { stroke: #3d444d }
.s0 { fill: #4493f8 } .s1 { fill: #3fb950 } .s2 { fill: #d29922 } .s3 { fill: #db61a2 } .s4 { fill: #656c76 }
}
`

const text = (x: number, y: number, anchor: string, words: string, style?: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}"${style === undefined ? '' : ` class="${style}"`}>${words}</text>`

const unit = (ms: number): string => duration(ms).replace(/\.0+(?= )/, '')

const round = (n: number): number => Math.round(n * 10) / 10
