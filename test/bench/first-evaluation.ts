import { parseNoun } from '../../nock/parse.js'

// Run as a process of its own: evaluates a formula once, the first that this process evaluates, and prints how many
// milliseconds of a processor and of the clock that took.
//
//     node first-evaluation.js machine|reference SUBJECT FORMULA

const [interpreter, ...texts] = process.argv.slice(2)
const evaluate =
  interpreter === 'machine'
    ? (await import('../../nock/nock.js')).nock
    : (await import('../../nock/reference.js')).reference
const [subject, formula] = texts.map((text) => {
  const parsed = parseNoun(text)
  if (parsed._tag === 'Left') throw new Error(`no noun: ${text}`)
  return parsed.right
})
const before = process.cpuUsage()
const began = performance.now()
const product = evaluate(subject!, formula!)
const wall = performance.now() - began
const { user, system } = process.cpuUsage(before)
if (product._tag === 'Left') throw new Error('it crashed')
console.log(JSON.stringify([(user + system) / 1000, wall]))
