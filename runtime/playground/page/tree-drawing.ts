import { type Layout, type Placed, fieldWidth } from '../../../nock/tree/layout.js'

/** A tree as SVG, and its nodes: each a group that knows its axis. */
export interface Drawing {
  readonly svg: SVGSVGElement
  readonly nodes: readonly SVGGElement[]
}

/** @param words what a node is, for those who do not see it */
export const drawing = ({ placed, width, height }: Layout, words: (axis: string) => string): Drawing => {
  const nodes = placed.map((one, i) => node(one, i === 0, words))
  const edges = placed.flatMap((one) => (one.above === undefined ? [] : [edge(one.above, one)]))
  const axes = placed.flatMap((one) => (one.axis < READABLE ? [axisOf(one)] : []))
  return {
    nodes,
    svg: make('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group' }, ...edges, ...nodes, ...axes),
  }
}

/** A larger axis would run into its neighbours. */
const READABLE = 100_000

const axisOf = ({ axis, x, y }: Placed): SVGElement =>
  make('text', { class: 'axis', 'aria-hidden': 'true', x: String(x), y: String(y - 14) }, String(axis))

const edge = (from: Placed, to: Placed): SVGElement =>
  make('path', { class: 'edge', d: `M${from.x} ${from.y}L${to.x} ${to.y}` })

const node = (
  { axis, text, x, y }: Placed,
  isFirst: boolean,
  words: (axis: string) => string,
): SVGGElement => {
  const isDot = text === ''
  const width = fieldWidth(text)
  const name = words(String(axis))
  return make(
    'g',
    {
      'data-axis': String(axis),
      role: 'button',
      tabindex: isFirst ? '0' : '-1',
      'aria-label': name.includes(text) ? name : `${name} ${text}`, // what is seen is said
      transform: `translate(${x} ${y})`,
    },
    make('rect', { class: 'around', x: String(-width / 2), y: '-24', width: String(width), height: '37' }),
    isDot
      ? make('circle', { r: '6' })
      : make('rect', {
          class: 'field',
          x: String(-width / 2),
          y: '-11',
          width: String(width),
          height: '22',
          rx: '5',
        }),
    ...(isDot ? [] : [make('text', { y: '5' }, text)]),
  )
}

const make = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}
