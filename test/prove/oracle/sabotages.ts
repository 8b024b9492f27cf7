import { type Sabotage } from './sabotage.js'

/** Mistakes that an interpreter may make, blunt ones and such as few formulas come across. */
export const SABOTAGES: readonly Sabotage[] = [
  {
    name: 'a formula that is an atom is its own product',
    file: 'reference',
    before: 'if (isAtom(f))\n        throw noFormula(f);',
    after: 'if (isAtom(f))\n        return f;',
  },
  {
    name: 'distribution puts the second product first',
    file: 'reference',
    before: 'work.cell(yield star(a, rule), yield star(a, rest), f)',
    after: 'work.cell(yield star(a, rest), yield star(a, rule), f)',
  },
  {
    name: 'a rule beyond 2^32 is taken for what its lowest 32 bits say',
    file: 'reference',
    before: 'switch (rule) {',
    after: 'switch (Number(BigInt.asUintN(32, BigInt(rule)))) {',
  },
  {
    name: 'rule 0: axis 0 is the whole noun',
    file: 'axis',
    before: 'if (axis === 0)\n            return undefined;',
    after: 'if (axis === 0)\n            return noun;',
  },
  {
    name: 'rule 0: below an atom is the atom',
    file: 'axis',
    before: "if (typeof part !== 'object')\n                return undefined;",
    after: "if (typeof part !== 'object')\n                return part;",
  },
  {
    name: 'rule 0: an axis beyond 2^32 is another',
    file: 'axis',
    before: "typeof axis === 'number' && axis < 0x80000000",
    after: "typeof axis === 'number'",
  },
  {
    name: 'rule 0: an axis beyond 2^53 is rounded',
    file: 'axis',
    before: 'of turns(axis)',
    after: 'of turns(BigInt(Number(axis)))',
  },
  {
    name: 'rule 0: an axis that is a cell is the whole noun',
    file: 'reference',
    before: 'if (isCell(rest))\n                throw noFormula(f);\n            const part',
    after: 'if (isCell(rest))\n                return a;\n            const part',
  },
  {
    name: 'rule 2: subject and formula change places',
    file: 'reference',
    before: 'star(yield star(a, b), yield star(a, c))',
    after: 'star(yield star(a, c), yield star(a, b))',
  },
  {
    name: 'rule 3: an atom beyond 2^53 is a cell',
    file: 'reference',
    before: 'isCell(yield star(a, rest))',
    after: "typeof (yield star(a, rest)) !== 'number'",
  },
  {
    name: 'rule 4: a cell is its own increment',
    file: 'reference',
    before: 'throw noIncrement(b, f)',
    after: 'return b',
  },
  {
    name: 'rule 4: what comes after 2^53 - 1 is no atom as others are',
    file: 'reference',
    before: 'return increment(b)',
    after: "return typeof b === 'bigint' ? b + 1n : b + 1",
  },
  {
    name: 'rule 5: a cell is not the same as itself',
    file: 'reference',
    before: 'equal(yield star(a, b), yield star(a, c))',
    after: '((x, y) => !(isCell(x) && x === y) && equal(x, y))(yield star(a, b), yield star(a, c))',
  },
  {
    name: 'rule 5: atoms beyond 2^53 that are near are the same',
    file: 'reference',
    before: 'equal(yield star(a, b), yield star(a, c))',
    after:
      '((x, y) => (isAtom(x) && isAtom(y) ? Number(x) === Number(y) : equal(x, y)))(yield star(a, b), yield star(a, c))',
  },
  {
    name: 'rule 5: large cells are the same',
    file: 'equal',
    before: 'return shallow(a, b) ?? deep(a, b)',
    after: 'return shallow(a, b) ?? true',
  },
  {
    name: 'rule 5: [a a] is the same as [a b]',
    file: 'equal',
    before: 'return shallow(a, b) ?? deep(a, b)',
    after: '{ if (a.head === a.tail && b.head === a.head) return true; return shallow(a, b) ?? deep(a, b); }',
  },
  {
    name: 'rule 6: every test but 0 is no',
    file: 'reference',
    before: 'throw noLoobean(test, f)',
    after: 'return star(a, d)',
  },
  {
    name: 'rule 6: the branch that is not taken may crash it',
    file: 'reference',
    before: 'if (test === YES)\n                return star(a, c);',
    after: 'if (test === YES) {\n yield star(a, d); return star(a, c); }',
  },
  {
    name: 'rule 7: the second formula is given the first one’s subject',
    file: 'reference',
    before: 'return star(yield star(a, b), c);',
    after: 'yield star(a, b); return star(a, c);',
  },
  {
    name: 'rule 8: the product stands behind the subject',
    file: 'reference',
    before: 'work.cell(yield star(a, b), a, f)',
    after: 'work.cell(a, yield star(a, b), f)',
  },
  {
    name: 'rule 9: the arm is given the old subject',
    file: 'reference',
    before: 'return star(core, arm)',
    after: 'return star(a, arm)',
  },
  {
    name: 'rule 10: on axis 1 nothing is replaced',
    file: 'edit',
    before: 'let edited = value',
    after: 'let edited = axis === 1 ? target : value',
  },
  {
    name: 'rule 10: on axis 1 a crash of what is replaced does not matter',
    file: 'reference',
    before: 'const target = yield star(a, d);',
    after: 'const target = b === 1 ? 0 : yield star(a, d);',
  },
  {
    name: 'rule 10: an axis beyond 2^32 is another',
    file: 'edit',
    before: 'const way = turns(axis)',
    after: 'const way = turns(axis > 0xffffffff ? BigInt(axis) ^ 1n : axis)',
  },
  {
    name: 'rule 10: where there is no such axis nothing is replaced',
    file: 'reference',
    before: 'const edited = edit(b, value, target);',
    after: 'const edited = edit(b, value, target) ?? target;',
  },
  {
    name: 'rule 11: a crash of the hint does not matter',
    file: 'reference',
    before: 'yield star(a, hint.tail);',
    after: 'void hint;',
  },
  {
    name: 'rule 11: a hint with an atom for its formula does not matter',
    file: 'reference',
    before: 'if (isCell(hint))',
    after: 'if (isCell(hint) && isCell(hint.tail))',
  },
]
