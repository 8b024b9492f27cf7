/** The formulas: loaded by name from text, and linked. */
export { type Book, type FormulaError, link, showFormulaError } from './link.js'
export { loadFormulas, shippedFormulas } from './load.js'
export { namer } from './name.js'
