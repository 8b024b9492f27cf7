import { transcript } from '../../_kit/transcript.js'

// Modules run in the process of `verify`: none speaks or decides for it.

transcript(String.raw`
  a module that ends the process, and what it leaves unwritten

  $ echo 'process.exit(0)' > now.js && echo 'before' > out.xml
  $ runock verify now.js
  ! runock verify: the module ended the process, while 'now.js' was loaded
  = 65
  $ runock verify now.js --json
  ! {"error":{"command":"runock verify","code":65,"message":"the module ended the process, while 'now.js' was loaded"}}
  = 65
  $ echo 'export const a = { name: "a", formula: "[4 0 1]", run: () => process.exit(0) }' > run.js
  $ runock verify run.js
  jet   runs  value  crash  undecided
  ! runock verify: the module ended the process, while a was checked
  = 1
  $ runock verify run.js --json --junit out.xml
  ! {"error":{"command":"runock verify","code":1,"message":"the module ended the process, while a was checked"}}
  = 1
  $ cat out.xml && ls
  before
  now.js
  out.xml
  run.js
  $ echo 'process.exitCode = 0; export const a = { name: "a", formula: "[4 0 1]", run: () => 7 }' > code.js
  $ runock verify code.js --json | grep -c headline; runock verify code.js >/dev/null 2>&1
  1
  = 1
  $ echo 'for (;;);' > loops.js
  $ runock verify loops.js --timeout 0.01
  ! runock verify: 'loops.js': it is not loaded after 8.01 s
  = 65
`)

transcript(String.raw`
  what nobody catches in a module

  $ echo 'Promise.reject(new Error("oh"))' > now.js
  $ echo 'export const a = { name: "a", formula: "[1 1]", run: () => 1 }' >> now.js
  $ runock verify now.js
  ! runock verify: nobody catches what the module throws: Error: oh (now.js:1), while 'now.js' was loaded
  = 65
  $ echo 'export const a = { name: "a", formula: "[1 1]", run: () => { Promise.reject("oh"); return 1 } }' > run.js
  $ runock verify run.js --json
  ! {"error":{"command":"runock verify","code":65,"message":"nobody catches what the module throws: oh, while a was checked"}}
  = 65
  $ echo 'Promise.reject(new Error("later")); throw new Error("first")' > both.js
  $ runock verify both.js
  ! runock verify: 'both.js': it does not load: Error: first (both.js:1)
  = 65
  $ echo 'process.once("exit", () => { throw new Error("late") }); setInterval(() => {}, 1000)' > late.js
  $ echo 'export const a = { name: "a", formula: "[1 1]", run: () => 1 }' >> late.js
  $ runock verify late.js --runs 5 --seed 1
  jet   runs  value  crash  undecided
  a        5  100 %    0 %        0 %
`)

transcript(String.raw`
  what a module prints is not on stdout

  $ echo 'console.log("loads"); process.stdout.write("writes "); process.once("exit", () => console.info("ends"))' > a.js
  $ echo 'export const a = { name: "a", formula: "[1 1]", run: () => (console.log("runs"), 1) }' >> a.js
  $ runock verify a.js --runs 1 --json > out.json
  ! loads
  ! writes runs
  ! runs
  ! runs
  ! ends
  $ head -c 1 out.json && tail -c 2 out.json
  {}
`)

transcript(String.raw`
  modules that are none

  $ runock verify ./missing.js
  ! runock verify: './missing.js': there is no such file
  = 65
  $ mkdir d && runock verify d
  ! runock verify: 'd': it is a directory
  = 65
  $ echo 'export const n = 1' > none.js
  $ runock verify none.js
  ! runock verify: 'none.js': it exports no jet: nothing that defineJet made, and no list of such
  = 65
  $ printf '%s\n' 'const a = 1' 'export const = 1' > bad.js
  $ runock verify none.js bad.js
  ! runock verify: 'none.js': it exports no jet: nothing that defineJet made, and no list of such
  = 65
  $ runock verify bad.js
  ! runock verify: 'bad.js': it does not load: SyntaxError: Unexpected token '=' (bad.js:2)
  = 65
  $ printf '%s\n' 'throw new TypeError("not\ntoday")' > throws.js
  $ runock verify throws.js
  ! runock verify: 'throws.js': it does not load: TypeError: not\ntoday (throws.js:1)
  = 65
  $ echo 'await new Promise(() => {})' > waits.mjs
  $ runock verify waits.mjs
  ! runock verify: 'waits.mjs': it awaits something that never comes
  = 65
  $ echo 'export const a = { name: "a", formula: "[4 0 1]" }' > looks.js
  $ runock verify looks.js
  ! runock verify: 'looks.js': a looks like a jet, but its run is not a function
  = 65
  $ echo 'export const a = { name: "a", formula: "[1 1]", run: () => 1 }' > a.js
  $ echo 'export const a = { name: "a", formula: "[1 2]", run: () => 2 }' > b.js
  $ runock verify a.js b.js
  ! runock verify: two of its jets are called a: give each a name of its own, for --jet to tell them apart
  = 65
`)
