import { type DefinedJet, jetTable, sure } from '../kit.js'
import { add } from './add.js'
import { arms } from './arms.js'
import { bex } from './bex.js'
import { can } from './can.js'
import { cap } from './cap.js'
import { cat } from './cat.js'
import { con } from './con.js'
import { cut } from './cut.js'
import { dec } from './dec.js'
import { dis } from './dis.js'
import { div } from './div.js'
import { dor } from './dor.js'
import { dvr } from './dvr.js'
import { end } from './end.js'
import { fil } from './fil.js'
import { flop } from './flop.js'
import { type Gate } from './gate.js'
import { gor } from './gor.js'
import { gte } from './gte.js'
import { gth } from './gth.js'
import { lent } from './lent.js'
import { jetsOf } from './library.js'
import { lsh } from './lsh.js'
import { lte } from './lte.js'
import { lth } from './lth.js'
import { mas } from './mas.js'
import { max } from './max.js'
import { met } from './met.js'
import { min } from './min.js'
import { mix } from './mix.js'
import { mod } from './mod.js'
import { mor } from './mor.js'
import { mug } from './mug.js'
import { mul } from './mul.js'
import { peg } from './peg.js'
import { rap } from './rap.js'
import { rep } from './rep.js'
import { rip } from './rip.js'
import { rsh } from './rsh.js'
import { scag } from './scag.js'
import { slag } from './slag.js'
import { snag } from './snag.js'
import { sub } from './sub.js'
import { swp } from './swp.js'
import { weld } from './weld.js'

/** The gates that have native code. */
const gates = [
  // numbers
  dec,
  add,
  sub,
  mul,
  div,
  mod,
  dvr,
  lth,
  lte,
  gth,
  gte,
  max,
  min,
  // axes
  cap,
  mas,
  peg,
  // bits
  bex,
  lsh,
  rsh,
  end,
  cut,
  cat,
  can,
  rap,
  rep,
  rip,
  met,
  mix,
  con,
  dis,
  swp,
  fil,
  // hashes and order
  mug,
  gor,
  mor,
  dor,
  // lists
  lent,
  flop,
  weld,
  slag,
  scag,
  snag,
] satisfies readonly Gate[]

/** The jets of Hoon's standard library. */
export const hoon: readonly DefinedJet[] = jetsOf(gates, arms)

/** The same, as a table for `nock(…, { jets })`. */
export const hoonJets = sure(jetTable(hoon))
