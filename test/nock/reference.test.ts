import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'

import { equal } from '../../nock/equal.js'
import { reference } from '../../nock/reference.js'
import { type Value, definition } from '../_kit/definition.js'
import { pairs } from '../_kit/formulas.js'
import { interpreterLaws } from '../_kit/interpreter.js'
import { kindOf } from '../_kit/outcome.js'
import { noun } from '../_kit/programs.js'
import { rules } from '../_kit/rules.js'

interpreterLaws(reference, 100_000)

describe('the definition, rules 6 to 11 as it prints them', () => {
  test.each(Object.values(rules).flat())('*[%s %s]', (subject, formula, wanted) => {
    const printed = definition(noun(subject), noun(formula))
    expect(printed).toEqual(typeof wanted === 'string' ? { value: noun(wanted) } : 'crash')
  })

  test('is what the reference evaluates by', { timeout: 60_000 }, () => {
    const agrees = fc.property(pairs, ({ subject, formula }) => {
      const printed = definition(subject, formula)
      if (printed === 'fuel') return
      const folded = reference(subject, formula, { budget: { steps: 100_000 } })
      expect(kindOf(folded) === 'value').toBe(printed !== 'crash')
      expect(kindOf(folded)).not.toBe('budget')
      expect(folded._tag === 'Left' || equal(folded.right, (printed as Value).value)).toBe(true)
    })
    fc.assert(agrees, { numRuns: 20_000 })
  })
})
