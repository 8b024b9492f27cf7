import { type DefinedJet, jetTable, sure } from '../kit.js'
import { add } from './add.js'
import { dec } from './dec.js'
import { lth } from './lth.js'
import { mul } from './mul.js'
import { sub } from './sub.js'

/** The jets that compute. */
export const arithmetic: readonly DefinedJet[] = [dec, add, sub, mul, lth]

/** The same, as a table for `nock(…, { jets })`. */
export const arithmeticJets = sure(jetTable(arithmetic))
