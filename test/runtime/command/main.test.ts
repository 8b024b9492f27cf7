import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  says what there is

  $ runock --version
  runock 0.1.0
  $ runock --help
  A crash-only process supervisor whose policy is a set of Nock formulas, and the Nock that runs them.

  Examples
    $ runock nock 41 '[4 0 1]'
    42
    $ runock nock 5 dec
    4

  Usage
    runock COMMAND [OPTIONS] ARGUMENTS
    runock COMMAND --help
    runock --version

  Supervision
    supervise    keep the services in a directory running
    init         supervise as the first process of a container, beside a command
    sv           tell services to be up or down, or ask
    top          a live screen of services, and what they take
    explain      why a service was last started or stopped
    logs         what a service has written
    replay       make every decision of a journal again, and compare
    completion   a script that has your shell complete all this

  Nock
    nock         evaluate a formula on a subject
    fmt          print a noun in its shortest form
    jam          pack a noun into an atom
    cue          unpack the noun of such an atom
    mug          a noun's 31-bit hash
    hash         the hash by which a jet is found
    hoon         evaluate Hoon by Urbit's own compiler
    jets         the formulas, their hashes and their jets
    verify       check that jets agree with their formulas

  Learning
    lesson       a course in Nock that checks itself
    step         go through an evaluation, forward and back
    tree         a noun as a tree, in text or as a picture
    repl         evaluate what you type
    playground   a page on which Nock runs in your browser

  Exit codes
    0     done
    1     the formula crashed, or the check failed
    64    the command line is wrong
    65    no noun, no jam, or no such file
    111   try again: the system would not
  $ test "$(runock help)" = "$(runock -h)"
  $ test "$(runock help mug)" = "$(runock mug --help)"
`)

transcript(String.raw`
  knows its commands, and what was meant by another word

  $ runock
  ! runock: which command? runock --help lists them
  = 64
  $ runock nokc 1 2
  ! runock: no command 'nokc'; did you mean nock?
  = 64
  $ runock fly
  ! runock: no command 'fly'; runock --help lists them all
  = 64
  $ runock --versoin
  ! runock: no option '--versoin'; did you mean --version?
  = 64
  $ runock --colour
  ! runock: no option '--colour'; runock --help lists them all
  = 64
  $ runock constructor
  ! runock: no command 'constructor'; runock --help lists them all
  = 64
  $ runock ''
  ! runock: no command ''; runock --help lists them all
  = 64
  $ runock "$(printf 'a\033[31m\nb')"
  ! runock: no command 'a\u{1b}[31m\nb'; runock --help lists them all
  = 64
`)
