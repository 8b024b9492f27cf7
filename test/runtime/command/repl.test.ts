import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  what comes by a pipe, line by line

  $ printf '.*(41 [4 0 1])\nx = [1\n 2]\n:subject x\n[0 3]\n' | runock repl
  42
  x is [1 2]
  [1 2]
  2
  $ printf '[0 6]\n.*(1.000 dec)\n' | runock repl
  999
  ! runock repl: rule 0: there is nothing at axis 6
  !   the noun     0
  !   goes to      axis 1, the atom 0
  !   the formula  [0 6]
  !   hint         axis 6 of this subject: it is the atom 0, and has no parts
  = 1
  $ printf '.*(1 strat)\n:quit\n[0 1]\n' | runock repl
  ! runock repl: line 1, column 6: no formula strat; did you mean start?
  !   .*(1 strat)
  !        ^^^^^
  = 1
  $ printf '[1 2' | runock repl
  ! runock repl: a bracket is open at the end
  = 1
  $ runock repl < /dev/null
`)

transcript(String.raw`
  what outgrows the memory ends alone: the variables are there for the next line

  $ export NODE_OPTIONS=--max-old-space-size=150; printf 'x = 5\n.*([[2 [[0 2] [0 3] 0 3] 0 2] 1] [2 [0 1] 0 2])\n:noun x\n' | runock repl
  x is 5
  5
  ! runock repl: out of memory
  = 1
`)
