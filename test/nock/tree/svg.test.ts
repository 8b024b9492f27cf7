import { describe, expect, test } from 'vitest'
import { cord } from '../../../nock/cord.js'
import { cell } from '../../../nock/noun.js'
import { layout } from '../../../nock/tree/layout.js'
import { partsOf } from '../../../nock/tree/part.js'
import { treeSvg } from '../../../nock/tree/svg.js'

describe('a tree as a picture', () => {
  const picture = treeSvg(layout(partsOf(cell(cord('<&>'), 7), { cords: true, lit: 3 })))

  test('the parts, with their axes; the way that is lit', () => {
    expect(picture.match(/<(path|g) .*/g)!.join('\n')).toMatchInlineSnapshot(`
      "<path d="M68.5 26L44 68"/>
      <path class="lit" d="M68.5 26L93 68"/>
      <g data-axis="1" class="lit" transform="translate(68.5 26)"><title>axis 1</title><circle r="6"/><text class="axis" y="-14">1</text></g>
      <g data-axis="2" transform="translate(44 68)"><title>axis 2</title><rect x="-26" y="-11" width="52" height="22" rx="5"/><text y="5">'&lt;&amp;&gt;'</text><text class="axis" y="-14">2</text></g>
      <g data-axis="3" class="lit" transform="translate(93 68)"><title>axis 3</title><rect x="-13" y="-11" width="26" height="22" rx="5"/><text y="5">7</text><text class="axis" y="-14">3</text></g>"
    `)
  })

  test('it needs nothing else', () => {
    expect(picture).not.toMatch(/href|url\(|@import|<script/)
    expect(picture.match(/<(\w+)/g)!.length).toBe(picture.match(/<\/\w+|\/>/g)!.length)
  })
})
