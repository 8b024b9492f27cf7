import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  evaluates

  $ runock nock 41 '[4 0 1]'
  42
  $ runock nock '[1 2 3]' '[[0 7] [0 6] 0 2]'
  [3 2 1]
  $ runock nock --reference 41 '[4 0 1]'
  42
  $ runock nock 9007199254740991 '[4 0 1]'
  9007199254740992
  $ runock nock 18446744073709551616 dec
  18446744073709551615
`)

transcript(String.raw`
  names of formulas, in the subject too

  $ runock nock 5 dec
  4
  $ runock nock 5 '[7 dec dec]'
  3
  $ runock nock state '[0 1]'
  [0 14]
  $ runock nock '[7 state]' '[0 1]'
  [7 0 14]
  $ runock nock 5 dce
  ! runock nock: FORMULA: line 1, column 1: no formula dce; did you mean dec?
  !   dce
  !   ^^^
  = 65
  $ runock nock 5 nonsense
  ! runock nock: FORMULA: line 1, column 1: no formula nonsense
  !   nonsense
  !   ^^^^^^^^
  = 65
`)

transcript(String.raw`
  formulas of one's own go before the shipped ones, for those that name them too

  $ mkdir mine; echo '[4 0 1]' > mine/dec.nock; echo '[7 dec dec]' > mine/twice.nock
  $ runock nock --formulas mine 5 dec
  6
  $ runock nock --formulas mine 5 twice
  7
  $ runock nock 5 twice
  ! runock nock: FORMULA: line 1, column 1: no formula twice
  !   twice
  !   ^^^^^
  = 65
  $ echo '[4 0' > mine/broken.nock
  $ runock nock --formulas mine 5 dec
  ! runock nock: broken.nock: line 1, column 1: this bracket is never closed
  !   [4 0
  !   ^
  = 65
  $ runock nock --formulas mine 5 '[0 1]'
  ! runock nock: broken.nock: line 1, column 1: this bracket is never closed
  !   [4 0
  !   ^
  = 65
  $ runock nock --formulas nowhere 5 dec
  ! runock nock: nowhere: no such file or directory
  = 65
  $ runock nock --formulas mine/dec.nock 5 dec
  ! runock nock: mine/dec.nock: not a directory
  = 65
  $ rm mine/broken.nock; echo '[7 b b]' > mine/a.nock; echo a > mine/b.nock
  $ runock nock --formulas mine 5 a
  ! runock nock: these formulas name each other in a circle: a -> b -> a
  = 65
`)

transcript(String.raw`
  subject and formula from stdin and from files

  $ echo 41 | runock nock - '[4 0 1]'
  42
  $ echo '[4 0 1] ; one more' | runock nock 41 -
  42
  $ printf '; the answer, nearly\n41\n' > n.nock; echo '[4 0 1]' > more.nock
  $ runock nock @n.nock @more.nock
  42
  $ cat n.nock | runock nock --json - @more.nock
  {"product":"42","mug":1681410502}
  $ runock nock - - < n.nock
  ! runock nock: stdin can be read once only: - stands for one argument
  = 64
`)

transcript(String.raw`
  a crash says which rule, where and on what, and ends with 1

  $ runock nock '[1 2]' '[0 6]'
  ! runock nock: rule 0: there is nothing at axis 6
  !   the noun     [1 2]
  !   goes to      axis 3, the atom 2
  !   the formula  [0 6]
  !   hint         axis 6 of this subject: /3 is the atom 2, so there is nothing below it
  = 1
  $ runock nock 1 '[0 0]'
  ! runock nock: rule 0: no noun has an axis 0
  !   the noun     1
  !   the formula  [0 0]
  !   hint         axes count from 1, the whole: [0 1]; [0 0] crashes on purpose
  = 1
  $ runock nock '[1 2]' '[4 0 1]'
  ! runock nock: rule 4: a cell has no number above it
  !   the noun     [1 2]
  !   the formula  [4 0 1]
  !   hint         rule 4 adds one to a number, and what its formula gave is a cell: [0 2] and [0 3] of that are its parts
  = 1
  $ runock nock 2 '[6 [0 1] [1 1] [1 2]]'
  ! runock nock: rule 6: the test must give 0 (yes) or 1 (no), not 2
  !   the noun     2
  !   the formula  [6 [0 1] [1 1] 1 2]
  !   hint         rule 6 chooses by 0, yes, or 1, no: [5 …] gives one of them for "the same?", [3 …] for "a cell?"
  = 1
  $ runock nock 2 7
  ! runock nock: no rule: an atom is no formula
  !   the formula  7
  !   hint         to have the number itself write [1 7], to have the part at that axis [0 7]
  = 1
  $ runock nock 2 '[12 0]'
  ! runock nock: no rule: a formula starts with 0 to 11 or a cell
  !   the formula  [12 0]
  !   hint         is a constant meant? then write [1 …]; two formulas side by side are both evaluated, and each starts with a rule
  = 1
  $ runock nock 2 '[2 0]'
  ! runock nock: rule 2 takes [2 formula formula]
  !   the formula  [2 0]
  !   hint         behind the 2 stands one noun, and it takes 2
  = 1
  $ runock nock 0 dec
  ! runock nock: the formula has no value for this subject
  !   the subject  0
  !   the formula  [8 [1 0] 8 [1 6 [5 [0 7] 4 0 6] [0 6] 9 2 [0 2] [4 0 6] 0 7] 9 2 0 1]
  !   hint         by the formula alone this would go on for ever; the jet knows, and says so
  = 1
  $ runock nock --reference '[1 2]' '[0 6]'
  ! runock nock: rule 0: there is nothing at axis 6
  !   the noun     [1 2]
  !   goes to      axis 3, the atom 2
  !   the formula  [0 6]
  !   hint         axis 6 of this subject: /3 is the atom 2, so there is nothing below it
  = 1
`)

transcript(String.raw`
  jets, unless one says otherwise; the reference takes none

  $ runock nock 1.000.000.000.000.000.000 dec
  999999999999999999
  $ runock nock --jets 1.000.000.000.000.000.000 dec
  999999999999999999
  $ runock nock --no-jets 1.000 dec
  999
  $ runock nock --no-jets --budget 1e4 1.000.000.000.000.000.000 dec 2>&1 | head -1
  runock nock: the budget is spent
  $ runock nock --reference --budget 1e4 1.000.000.000.000.000.000 dec 2>&1 | head -1
  runock nock: the budget is spent
  $ runock nock --reference --jets 5 dec
  ! runock nock: the reference interpreter takes no jets
  = 64
  $ runock nock --jets --no-jets 5 dec
  ! runock nock: --jets or --no-jets, not both
  = 64
`)

transcript(String.raw`
  a budget, and its forms

  $ for n in 100 1000000 1.000.000 1e6; do runock nock --budget $n 1 '[4 0 1]'; done
  2
  2
  2
  2
  $ runock nock --budget 100 --no-jets 0 '[8 [1 9 2 0 1] 9 2 0 1]'
  ! runock nock: the budget is spent
  !   the subject  [[9 2 0 1] 0]
  !   the formula  [0 1]
  !   hint         it may need more steps than were allowed, or it has no end
  = 1
  $ runock nock --budget 0 1 '[4 0 1]'
  ! runock nock: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not '0'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --budget 1.00 1 '[4 0 1]'
  ! runock nock: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not '1.00'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --budget 1e99 1 '[4 0 1]'
  ! runock nock: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not '1e99'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --budget ten 1 '[4 0 1]'
  ! runock nock: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not 'ten'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
  $ runock nock --budget -1 1 '[4 0 1]'
  ! runock nock: --budget takes a number of steps, such as 1000000, 1.000.000 or 1e6, not '-1'
  ! usage: runock nock [OPTIONS] SUBJECT FORMULA (more: runock nock --help)
  = 64
`)

transcript(String.raw`
  prints as one likes it

  $ runock nock --cords 0 "[1 %web 'two words' 8080]"
  [%web 'two words' 8080]
  $ runock nock --dots 0 '[1 1234567]'
  1.234.567
  $ runock nock --cords --dots 0 '[1 %web 1234567]'
  [%web 1.234.567]
  $ runock nock --cords --dots --json 0 '[1 %web 1234567]'
  {"product":"[%web 1.234.567]","mug":1371260510}
`)

transcript(String.raw`
  JSON, of products and of crashes

  $ runock nock --json 41 '[4 0 1]'
  {"product":"42","mug":1681410502}
  $ runock nock --json '[1 2]' '[0 6]'
  {"crash":{"why":"axis","rule":0,"axis":"6","noun":"[1 2]","formula":"[0 6]"}}
  = 1
  $ runock nock --json '[1 2]' '[4 0 1]'
  {"crash":{"why":"increment","rule":4,"axis":null,"noun":"[1 2]","formula":"[4 0 1]"}}
  = 1
  $ runock nock --json 1 '[0 36893488147419103232]'
  {"crash":{"why":"axis","rule":0,"axis":"36893488147419103232","noun":"1","formula":"[0 36893488147419103232]"}}
  = 1
  $ runock nock --json 1 2
  {"crash":{"why":"formula","rule":null,"axis":null,"noun":"2","formula":"2"}}
  = 1
  $ runock nock --json 1 '[4 0'
  ! {"error":{"command":"runock nock","code":65,"message":"FORMULA: line 1, column 1: this bracket is never closed\n  [4 0\n  ^"}}
  = 65
`)

transcript(String.raw`
  what is no noun is shown with a caret, and ends with 65

  $ runock nock 1 '[4 0 1'
  ! runock nock: FORMULA: line 1, column 1: this bracket is never closed
  !   [4 0 1
  !   ^
  = 65
  $ runock nock 1 '[4 0 1]]'
  ! runock nock: FORMULA: line 1, column 8: this bracket was never opened
  !   [4 0 1]]
  !          ^
  = 65
  $ runock nock '1 2' '[0 1]'
  ! runock nock: SUBJECT: line 1, column 3: a noun ends before this; two nouns make one in brackets: [a b]
  !   1 2
  !     ^
  = 65
  $ runock nock 1 '[4 0 01]'
  ! runock nock: FORMULA: line 1, column 6: a number has no zeros in front
  !   [4 0 01]
  !        ^^
  = 65
  $ runock nock '[]' '[0 1]'
  ! runock nock: SUBJECT: line 1, column 1: these brackets are empty; a cell has two at least
  !   []
  !   ^^
  = 65
  $ printf '[1\n 2 $]\n' | runock nock - '[0 1]'
  ! runock nock: stdin: line 2, column 4: unexpected $
  !    2 $]
  !      ^
  = 65
  $ printf '[1\n 2 $]\n' > it; runock nock 0 @it
  ! runock nock: it: line 2, column 4: unexpected $
  !    2 $]
  !      ^
  = 65
`)
