import { type World, Unanswered, jetTable } from '../../jets/index.js'
import { Cell, type Jet, cell, isCell, list, nock } from '../../nock/index.js'
import { type Decide, type Entry, type Put } from '../../runtime/supervision/decide.js'
import { ServiceNoun } from '../../runtime/supervision/service.js'
import { show } from './story.js'

/** A decider with other jets than ours. */
export const deciderWith = (jets: (world: World) => readonly Jet[]): Decide => {
  let put: Put = () => undefined
  let tape: Entry[] = []
  const table = jetTable(
    jets({
      ask(request) {
        const answer = put(request)
        if (answer === undefined) throw new Unanswered(request)
        tape.push(new Cell(request, answer))
        return answer
      },
    }),
  )
  if (table._tag === 'Left') throw new Error(table.left.why)
  return (formula, service, before, putNow) => {
    put = putNow
    tape = [...before]
    try {
      const product = nock(cell(list(before), ServiceNoun.encode(service)), formula, { jets: table.right })
      if (product._tag === 'Left')
        return { _tag: 'Failed', failure: { why: 'crash', crash: product.left }, tape }
      return isCell(product.right) && product.right.head === 0
        ? { _tag: 'Decided', rest: product.right.tail, tape }
        : { _tag: 'Failed', failure: { why: 'product', message: show(product.right) }, tape }
    } catch (thrown) {
      if (!(thrown instanceof Unanswered)) throw thrown
      return { _tag: 'Asked', request: thrown.request, tape }
    }
  }
}
