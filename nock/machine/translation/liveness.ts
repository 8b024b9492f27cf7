import { type Code } from '../code.js'
import * as op from '../operations.js'

/** Is the subject, as it is at a place, still needed from there on? If in doubt. */
export const looksAtSubject = ({ operations }: Code, from: number): boolean => {
  for (let place = from; ;) {
    switch (operations[place]!) {
      case op.RETURN:
      case op.BACK:
      case op.INTO_TAIL:
        return false
      case op.CONST:
      case op.EDIT:
        place += 2
        continue
      case op.CONS:
      case op.IS_CELL:
      case op.INCREMENT:
      case op.EQUAL:
      case op.DROP:
      case op.NOCK_TAIL:
        place += 1
        continue
      case op.JUMP:
        place = operations[place + 1]!
        continue
      default:
        return true
    }
  }
}
