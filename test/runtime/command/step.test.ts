import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  prints each step, what is replaced in marks

  $ runock step 41 '[4 0 1]'
  0     «*[41 4 0 1]»
      → «+*[41 0 1]»
        *[a 4 b]            +*[a b]
        Rule 4 adds one to a product.
  1     +«*[41 0 1]»
      → +«41»
        *[a 0 b]            /[b a]
        Rule 0 takes a part of the subject, axis 1, the whole: 41.
  2     «+41»
      → «42»
        +a                  1 + a
        One is added: 41 + 1 is 42.
  3     42
        Nothing is left to reduce: this is the product.
  $ runock step '[1 7]' '[4 0 6]'
  0     «*[[1 7] 4 0 6]»
      → «+*[[1 7] 0 6]»
        *[a 4 b]            +*[a b]
        Rule 4 adds one to a product.
  1     +«*[[1 7] 0 6]»
        *[a 0 b]            /[b a]
        No line of the definition goes on from here. Rule 0: there is nothing at axis 6.
        rule 0: there is nothing at axis 6
          the noun     [1 7]
          goes to      axis 3, the atom 7
          the formula  [0 6]
          in           [4 0 6]
                          ^^^
          hint         axis 6 of this subject: /3 is the atom 7, so there is nothing below it
  = 1
`)

transcript(String.raw`
  from a step on, so many of them, by the definition's own lines

  $ runock step --from 1 --most 1 --expanded 1 '[6 [1 0] [1 2] 1 3]'
  1     *[1 *[[[1 2] 1 3] 0 *[[2 3] 0 «*[1 4 4 1 0]»]]]
      → *[1 *[[[1 2] 1 3] 0 *[[2 3] 0 «+*[1 4 1 0]»]]]
        *[a 4 b]            +*[a b]
        Rule 4 adds one to a product.
  ! runock step: it goes on: --from 2 shows what follows, --most N more at once
  $ runock step --from 9 1 '[1 2]'
  1     2
        Nothing is left to reduce: this is the product.
  $ runock step --most 1 0 '[0 1]' | head -c 1; echo
  0
  ! runock step: it goes on: --from 1 shows what follows, --most N more at once
`)

transcript(String.raw`
  as data

  $ runock step --json 41 '[4 0 2]'
  {"step":0,"before":"*[41 4 0 2]","redex":"*[41 4 0 2]","after":"+*[41 0 2]","rule":"*[a 4 b]            +*[a b]","sentence":"Rule 4 adds one to a product.","crash":null}
  {"step":1,"before":"+*[41 0 2]","redex":"*[41 0 2]","after":null,"rule":"*[a 0 b]            /[b a]","sentence":"No line of the definition goes on from here. Rule 0: there is nothing at axis 2.","crash":"rule 0: there is nothing at axis 2\n  the noun     41\n  goes to      axis 1, the atom 41\n  the formula  [0 2]\n  in           [4 0 2]\n                  ^^^\n  hint         axis 2 of this subject: it is the atom 41, and has no parts"}
  = 1
`)

transcript(String.raw`
  a million steps away

  $ runock step --from 1e6 --most 1 300.000 dec | head -c 7; echo
  1000000
  ! runock step: it goes on: --from 1000001 shows what follows, --most N more at once
`)

transcript(String.raw`
  mistakes

  $ runock step 1
  ! runock step: FORMULA is missing
  ! usage: runock step [OPTIONS] SUBJECT FORMULA (more: runock step --help)
  = 64
  $ runock step 1 '[0 1'
  ! runock step: FORMULA: line 1, column 1: this bracket is never closed
  !   [0 1
  !   ^
  = 65
  $ runock step --from -1 1 2
  ! runock step: --from takes a number of steps, such as 1000000, 1.000.000 or 1e6, not '-1'
  ! usage: runock step [OPTIONS] SUBJECT FORMULA (more: runock step --help)
  = 64
`)
