import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  a formula of the supervisor, in words

  $ runock explain --formula start
  [6 [[5 [[0 14] [1 0]]] [[8 [[7 [[[0 2] [0 6]] spawn]] [6 [[5 [[0 5] [1 0]]] [[[0 4] [0 7]] [[0 4] [[0 14] [[4 [0 30]] [0 5]]]]]]]]] [0 1]]]]
  if
    are these the same?
      this: state (axis 14)
      and this: the constant 0
    then: put in front of the subject
      this: one after the other
        first: a cell of
          tape (axis 2)
          name (axis 6)
        then, on that: spawn (jet)
      (now at axis 2; tape 2→6, service 3→7, name 6→14, state 14→30, pid 15→31)
      then: if
        are these the same?
          this: the answer to %spawn (axis 5)
          and this: the constant 0
        then: a cell of
          tape (axis 4)
          service (axis 7)
        else: a cell of
          tape (axis 4)
          a cell of
            name (axis 14)
            a cell of
              one more than
                state (axis 30)
              the answer to %spawn (axis 5)
    else: the subject (axis 1)
  $ runock explain --formula restart
  [7 [stop start]]
  one after the other
    first: stop
    then, on that: start
`)

transcript(String.raw`
  any other

  $ runock explain '[8 [1 0] 9 2 0 1]'
  [8 [[1 0] [9 [2 [0 1]]]]]
  put in front of the subject
    this: the constant 0
    then: run the arm at axis 2 of this core
      the subject, all of it
  $ runock explain --json '[4 0 1]'
  {
    "axis": "1",
    "formula": "[4 0 1]",
    "rule": 4,
    "words": "one more than",
    "jet": null,
    "as": "",
    "moved": [],
    "parts": [
      {
        "axis": "3",
        "formula": "[0 1]",
        "rule": 0,
        "words": "the subject, all of it",
        "jet": null,
        "as": "",
        "moved": [],
        "parts": []
      }
    ]
  }
  $ runock explain '[4 0 1'
  ! runock explain: FORMULA: line 1, column 1: this bracket is never closed
  !   [4 0 1
  !   ^
  = 65
  $ runock explain --formula strat
  ! runock explain: FORMULA: line 1, column 1: no formula strat; did you mean start?
  !   strat
  !   ^^^^^
  = 65
`)
