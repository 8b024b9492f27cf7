import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  a completion for each of three shells, and for no other

  $ runock completion bash > script; tail -n 1 script; bash -n script
  complete -F _runock runock
  $ runock completion zsh | head -n 1
  #compdef runock
  $ runock completion fish | head -n 1
  # fish completion of runock: runock completion fish | source
  $ runock completion
  ! runock completion: SHELL is missing
  ! usage: runock completion [OPTIONS] SHELL (more: runock completion --help)
  = 64
  $ runock completion bahs
  ! runock completion: no completion for 'bahs'; did you mean bash?
  = 64
  $ runock completion tcl
  ! runock completion: no completion for 'tcl'; there are bash, zsh, fish
  = 64
`)
