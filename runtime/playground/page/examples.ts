/** What the page offers to look at. */
export interface Example {
  readonly title: string
  readonly subject: string
  readonly formula: string
}

const BEGINNER: readonly Example[] = [
  { title: 'One more: 41 + 1', subject: '41', formula: '[4 0 1]' },
  { title: 'Parts of a tree', subject: '[[1 2] 3 4]', formula: '[[0 7] [0 6] 0 4]' },
  { title: 'A choice, by rule 6', subject: '[5 5]', formula: '[6 [5 [0 2] 0 3] [1 %same] 1 %different]' },
  { title: 'A crash', subject: '[1 2]', formula: '[4 0 6]' },
]

const LOOPS: readonly Example[] = [
  {
    title: 'Decrement',
    subject: '5',
    formula: `; counts up from 0, until one more would be n
; the core: [loop counter n]; loop 2, counter 6, n 7
[8 [1 0]
   8 [1 6 [5 [0 7] [4 0 6]]
          [0 6]
          [9 2 [0 2] [4 0 6] [0 7]]]
   [9 2 0 1]]`,
  },
  {
    title: 'Fibonacci',
    subject: '7',
    formula: `; n -> the n-th Fibonacci number
; the core: [loop counter this next n]; loop 2, counter 6, this 14, next 30, n 31
[8 [1 0 0 1]
   7 [[1 6 [5 [0 6] [0 31]]
           [0 14]
           [9 2 [0 2] [4 0 6] [0 30] [7 [[0 14] [0 30]] add] [0 31]]]
      [0 4] [0 10] [0 11] [0 3]]
   [9 2 0 1]]`,
  },
  { title: 'Decrement of 0: it never ends', subject: '0', formula: 'dec' },
]

const POLICY: readonly Example[] = [
  {
    title: 'start: a service that is down',
    subject: `; [tape service]
[[[[%spawn %web] 42] ; 0: it could not
  0]
 %web 0 0] ; name, state, pid`,
    formula: 'start',
  },
  {
    title: 'stop: a service that is up',
    subject: `; [tape service]
[[[[%kill 9 42] 0]         ; 1: may not
  [[%finish %web 5.000] 0] ; it ran
  0]
 %web 1 42]`,
    formula: 'stop',
  },
  {
    title: 'supervise: a death, and a new start',
    subject: `; [tape service]
[[[[%alive 42] 1]          ; 0 yes, 1 no
  [[%kill 9 42] 0]         ; all its group
  [[%finish %web 5.000] 0] ; it ran
  [[%spawn %web] 43]       ; again, as 43
  0]
 %web 1 42]`,
    formula: 'supervise',
  },
  {
    title: 'start: a tape that answers another question',
    subject: '[[[[%spawn %db] 42] 0] %web 0 0]',
    formula: 'start',
  },
]

/** By what they are about. */
export const examples: readonly (readonly [about: string, examples: readonly Example[]])[] = [
  ['First steps', BEGINNER],
  ['Loops', LOOPS],
  ["The supervisor's formulas, with a tape to edit", POLICY],
]
