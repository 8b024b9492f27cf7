import { expect, test } from 'vitest'
import { replay, transcript, unindented } from '../../_kit/transcript.js'
import { pillText } from '../../_kit/pill.js'

/** What a compiler is asked for an expression, and for a parser. */
const asked = (expression: string): string => `=/  it\n${expression}\n[it (text !>(it))]`
const PARSER = '|=(t=@t ((full vest) [1 1] (trip t)))'

const files = {
  'pill.nock': pillText([
    [asked('(add 2 2)'), '[4 52 0]'],
    [asked('~zod'), '[0 126 122 111 100 0]'],
    [asked('=/  a  3\n(mul a 3)\n'), '[9 57 0]'],
    [PARSER, "[[6 [5 [0 6] 1 '(add 2'] [1 [1 7] 0] 1 [1 7] 1] 0 0]"],
  ]),
}

const replayed = (title: string, text: string): void => {
  // oxlint-disable-next-line vitest/valid-title -- the title is the caller's
  test(title, async () => {
    const wanted = unindented(text)
    expect(await replay(wanted, files)).toBe(wanted)
  })
}

replayed(
  'values, nouns, and both',
  String.raw`
  $ runock jam --raw @pill.nock > ivory.pill
  $ runock hoon --pill ivory.pill '(add 2 2)'
  4
  $ RUNOCK_PILL=ivory.pill; export RUNOCK_PILL; runock hoon '~zod'; runock hoon --noun '~zod'
  ~zod
  0
  $ runock hoon --pill ivory.pill --json '~zod'
  {"product":"0","text":"~zod"}
  $ printf '=/  a  3\n(mul a 3)\n' | runock hoon --no-jets --pill ivory.pill -
  9
`,
)

replayed(
  'what is no Hoon, or has no value',
  String.raw`
  $ runock jam --raw @pill.nock > ivory.pill
  $ runock hoon --pill ivory.pill '(add 2'
  ! runock hoon: EXPRESSION: line 1, column 7: no Hoon from here on
  = 65
  $ runock hoon --pill ivory.pill '(dec 0)' 2>&1 | head -2
  runock hoon: it does not compile, or crashes:
  rule 0: no noun has an axis 0
`,
)

transcript(String.raw`
  no pill

  $ runock hoon '(add 2 2)'
  ! runock hoon: name the ivory pill: --pill FILE, or RUNOCK_PILL=FILE
  = 64
  $ runock hoon --pill nowhere '(add 2 2)'
  ! runock hoon: cannot read 'nowhere': no such file or directory
  = 65
  $ printf '' > empty; runock hoon --pill empty '(add 2 2)'
  ! runock hoon: 'empty' is no ivory pill: no jam: the jam ends inside a noun
  = 65
  $ runock jam --raw '[%ivory [0 0] 1]' > bad; runock hoon --pill bad '(add 2 2)'
  ! runock hoon: 'bad' is no ivory pill: its boot crashes
  ! rule 0: no noun has an axis 0
  !   the noun     1
  !   the formula  [0 0]
  = 65
`)
