import { type Layout, type Placed, fieldWidth } from './layout.js'

/** A larger axis would run into its neighbours. */
const READABLE = 100_000

/**
 * A tree as a picture, an SVG document that needs nothing else: dark where the reader's screen is, the way that is lit
 * in colour. Each part is a group that knows its axis.
 *
 * @example
 * treeSvg(layout(partsOf(cell(1, 2)))).includes('data-axis="3"')
 */
export const treeSvg = ({ placed, width, height }: Layout): string => {
  const parts = placed.flatMap((one) => (one.above === undefined ? [] : [edge(one.above, one)]))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="a noun as a tree">
<style>${STYLE}</style>
${[...parts, ...placed.map(node)].join('\n')}
</svg>
`
}

const STYLE = `
text { font: 13px ui-monospace, monospace; text-anchor: middle; fill: #1c2530 }
.axis { font-size: 10px; fill: #5d6b7a }
path { stroke: #9aa7b4; fill: none }
rect { fill: #eef2f6; stroke: #9aa7b4 }
circle { fill: #5d6b7a }
.lit rect { fill: #ffe9b8; stroke: #b26a00 }
.lit circle { fill: #b26a00 }
path.lit { stroke: #b26a00; stroke-width: 2.5 }
@media (prefers-color-scheme: dark) {
  text { fill: #e8edf2 }
  .axis { fill: #9fb0c0 }
  rect { fill: #26313d }
  .lit rect { fill: #5a3d00; stroke: #ffb84d }
  .lit circle { fill: #ffb84d }
  path.lit { stroke: #ffb84d }
}
`

const edge = (from: Placed, to: Placed): string =>
  `<path${to.isLit ? ' class="lit"' : ''} d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`

const node = ({ axis, text, isLit, x, y }: Placed): string => {
  const width = fieldWidth(text)
  const body =
    text === ''
      ? '<circle r="6"/>'
      : `<rect x="${-width / 2}" y="-11" width="${width}" height="22" rx="5"/><text y="5">${escaped(text)}</text>`
  const label = axis < READABLE ? `<text class="axis" y="-14">${axis}</text>` : ''
  return `<g data-axis="${axis}"${isLit ? ' class="lit"' : ''} transform="translate(${x} ${y})"><title>axis ${axis}</title>${body}${label}</g>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
