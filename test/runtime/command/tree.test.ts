import { transcript } from '../../_kit/transcript.js'

transcript(String.raw`
  draws a noun in text

  $ runock tree '[[1 2] 3 4]'
  1
  ├─2
  │ ├─4  1
  │ └─5  2
  └─3
    ├─6  3
    └─7  4
  $ runock tree 7
  1  7
  $ runock tree --axis 6 '[5 7 8]'
  1
  ┠─2  5
  ┗━3
    ┝━6  7
    └─7  8
  $ runock tree --cords '[%web 1 4.711]'
  1
  ├─2  %web
  └─3
    ├─6  1
    └─7  4711
`)

transcript(String.raw`
  what was there before, and what is too much

  $ runock tree --shared '[[1 2] [1 2] 1 2]'
  1
  ├─2
  │ ├─4  1
  │ └─5  2
  └─3
    ├─6  = 2
    └─7  = 2
  $ runock tree --most 5 --axis 14 '[1 2 3 4 5]'
  1
  ┠─2  1
  ┗━3
    ┠─6  2
    ┗━7
      ┝━14  3
      └─15  …
`)

transcript(String.raw`
  as data, and as a picture

  $ runock tree --json '[1 2]'
  [{"axis":"1","text":null,"lit":false},{"axis":"2","text":"1","lit":false},{"axis":"3","text":"2","lit":false}]
  $ runock tree '[1 2]' --svg it.svg && head -c 80 it.svg
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 98 90" width="98" height="9
  \
  ! runock tree: it.svg is written
  $ runock tree 1 --svg /proc/it.svg
  ! runock tree: '/proc/it.svg': no such file or directory
  = 65
`)

transcript(String.raw`
  an axis where there is nothing

  $ runock tree --axis 12 '[1 2]'
  ! runock tree: there is nothing at axis 12: axis 3 is the atom 2
  = 1
  $ runock tree --axis 0 '[1 2]'
  ! runock tree: --axis takes an axis: a number above 0, not '0'
  ! usage: runock tree [OPTIONS] NOUN (more: runock tree --help)
  = 64
`)
