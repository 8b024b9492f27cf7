(* Generated from formulas/*.nock and the runtime, by npm run prove -- --write. Not edited by hand. *)
From Coq Require Import List String.
Import ListNotations.
Open Scope string_scope.

(* Milliseconds from one look of the supervisor at every service to the next. *)
Definition sweep : nat := 750.

Definition files : list (string * string) := [
("add", "; add: [a b] -> a + b, in a steps
; Counts a counter up to a, and b along with it.
;
; the loop's core: [loop counter a b]; loop 2, counter 6, a 14, b 15
[8 [1 0]
   8 [1 6 [5 [0 6] [0 14]]
          [0 15]
          [9 2 [0 2] [4 0 6] [0 14] [4 0 15]]]
   [9 2 0 1]]
");
("ask", "; ask: [tape request] -> [tape answer]
; The next entry of the tape, [request answer], if it is to this very request: its answer, and the rest of the
; tape. Crashes (axis 0) when the next entry is to another request, and when there is none.
;
;   tape 2, request 3; the first entry 4: its request 8, its answer 9; the entries behind it 5
[6 [5 [0 8] [0 3]]
   [[0 5] [0 9]]
   [0 0]]
");
("alive", "; alive: [tape pid] -> [tape loobean]
; Is the process of this pid alive, the very one that we started, and no zombie? By waitid and kill(pid, 0).
[7 [[0 2] [1 %alive] [0 3]] ask]
");
("check", "; check: [tape name milliseconds] -> [tape loobean]
; Runs the service's check script, for as many milliseconds at most: did it end with 0? Yes, too, if it has none.
[7 [[0 2] [1 %check] [0 3]] ask]
");
("control", "; control: [tape letter name milliseconds] -> [tape loobean]
; Runs the service's script for a letter, control/t say, for as many milliseconds at most: did it end with 0? No, too,
; if it has none.
[7 [[0 2] [1 %control] [0 3]] ask]
");
("signal", "; signal: [tape signal pid] -> [tape loobean]
; Sends the signal to the process, and waits for nothing; STOP (19) and CONT (18) go to its whole group, since a service
; that is paused is paused with all its children. No: not permitted, or it is dead.
[7 [[0 2] [1 %signal] [0 3]] ask]
");
("command", "; command: [[letter signal] tape service] -> [tape service]
; Sends a signal to what is up; but where the service has a script for the letter that ends with 0 within 5 seconds, that
; is all. Nothing of the service changes by it: what dies of a signal is found dead.
;
; In front of that comes [tape done], then [tape sent].
;
;   letter 4, signal 5, tape 6, service 7, name 14, state 30, pid 31
[6 [5 [0 30] [1 1]]
   [8 [7 [[0 6] [0 4] [0 14] [1 5.000]] control]
      6 [0 5]
        [[0 4] [0 15]]
        [8 [7 [[0 4] [0 13] [0 63]] signal] [[0 4] [0 31]]]]
   [0 3]]
");
("dec", "; dec: n -> n - 1, for an atom n above 0 (for any other noun it never ends)
; Counts up from 0 to the number below n. Nock has no rule for less.
;
; the loop's core: [loop counter n]; loop 2, counter 6, n 7
[8 [1 0]
   8 [1 6 [5 [0 7] [4 0 6]]
          [0 6]
          [9 2 [0 2] [4 0 6] [0 7]]]
   [9 2 0 1]]
");
("kill-tree", "; kill-tree: [tape signal pid] -> [tape loobean]
; As kill, but to all that came of the service's process, also what left its group; answered once nothing of it is left.
[7 [[0 2] [1 %kill-tree] [0 3]] ask]
");
("kill", "; kill: [tape signal pid] -> [tape loobean]
; Sends the signal to the process's whole group; answered once nothing of the group is left. No: not permitted.
[7 [[0 2] [1 %kill] [0 3]] ask]
");
("finish", "; finish: [tape name milliseconds] -> [tape loobean]
; Starts the service's finish script beside everything else, for as many milliseconds at most (then it is killed).
; No: it has none.
[7 [[0 2] [1 %finish] [0 3]] ask]
");
("stop", "; stop: [tape service] -> [tape service]
; The specification's ""if state == 1 (up), dec state (1 -> 0), else no-op"", and its ""stopping a service sends SIGKILL"":
; 9 to the whole process group. When all of it is gone, finish runs, 5 seconds at most, and nobody waits for it.
; A kill that is not permitted crashes the decision (axis 0): the service is as up as it was.
[6 [5 [0 14] [1 1]]
   [8 [7 [[0 2] [1 9] [0 15]] kill] ; [[tape gone] tape service]
      6 [0 5]
        [8 [7 [[0 4] [0 14] [1 5.000]] finish] ; [[tape ran] [tape gone] tape service]
           [[0 4] [0 30] [7 [0 62] dec] [1 0]]] ; tape, name, state - 1, no pid
        [0 0]]
   [0 1]]
");
("fell", "; fell: [tape service] -> [tape service]
; stop, when all that came of the service, wherever it went, has been killed. Not permitted: crashes, as stop does.
[6 [5 [0 14] [1 1]]
   [8 [7 [[0 2] [1 9] [0 15]] kill-tree] 6 [0 5] [7 [[0 4] [0 7]] stop] [0 0]]
   [0 1]]
");
("fell-dead", "; fell-dead: [tape service] -> [tape service]
; observe, but an up service whose process is no longer alive is felled.
[6 [5 [0 14] [1 1]]
   [8 [7 [[0 2] [0 15]] alive] 6 [0 5] [[0 4] [0 7]] [7 [[0 4] [0 7]] fell]]
   [0 1]]
");
("finished", "; finished: [tape name] -> [tape loobean]
; Answered once the service's finish script has ended, which is at once when none runs; at once with no when a command
; came up meanwhile.
[7 [[0 2] [1 %finished] [0 3]] ask]
");
("lth", "; lth: [a b] -> yes when a is less than b, no otherwise
; Counts up; which of the two is reached first?
;
; the loop's core: [loop counter a b]; loop 2, counter 6, a 14, b 15
[8 [1 0]
   8 [1 6 [5 [0 6] [0 15]]
          [1 1]
          [6 [5 [0 6] [0 14]]
             [1 0]
             [9 2 [0 2] [4 0 6] [0 14] [0 15]]]]
   [9 2 0 1]]
");
("mul", "; mul: [a b] -> a * b
; Adds b to 0, a times over.
;
; the loop's core: [loop product a b]; loop 2, product 6, a 14, b 15
[8 [1 0]
   8 [1 6 [5 [0 14] [1 0]]
          [0 6]
          [9 2 [0 2] [7 [[0 15] [0 6]] add] [7 [0 14] dec] [0 15]]]
   [9 2 0 1]]
");
("observe", "; observe: [tape service] -> [tape service]
; Takes notice of a death: an up service whose process is no longer alive is stopped, so what is left of its process
; group dies with it, and there is one way down only.
[6 [5 [0 14] [1 1]]
   [8 [7 [[0 2] [0 15]] alive] ; [[tape alive] tape service]
      6 [0 5]
        [[0 4] [0 7]]
        [7 [[0 4] [0 7]] stop]]
   [0 1]]
");
("ready", "; ready: [tape service] -> [tape loobean]
; `sv check`: does the check script say that the service is healthy, within 1 second?
[7 [[0 2] [0 6] [1 1.000]] check]
");
("spawn", "; spawn: [tape name] -> [tape pid]
; Starts the service's run script in its directory, in a session and process group of its own. 0: it could not start.
; Should the service's last process still live after all, that one is the answer: there are never two.
[7 [[0 2] [1 %spawn] [0 3]] ask]
");
("start", "; start: [tape service] -> [tape service]
; The specification's ""if state == 0 (down), inc state (0 -> 1), else no-op"". The pid is what spawn answers;
; 0 means that it could not start: then the service stays down.
[6 [5 [0 14] [1 0]]
   [8 [7 [[0 2] [0 6]] spawn] ; [[tape pid] tape service]
      6 [5 [0 5] [1 0]]
        [[0 4] [0 7]]
        [[0 4] [0 14] [4 0 30] [0 5]]] ; tape, name, state + 1, pid
   [0 1]]
");
("restart", "; restart: [tape service] -> [tape service]
; The specification's composition: kill and start.
[7 stop start]
");
("wait", "; wait: [tape name milliseconds] -> [tape loobean]
; Answered once as many milliseconds have gone by since the service was last started; at once with no when a
; command came up meanwhile.
[7 [[0 2] [1 %wait] [0 3]] ask]
");
("runit-start", "; runit-start: [tape service] -> [tape service]
; Starts what is down: when its finish script has ended, a second after its last start at the earliest, and after its
; script control/u. A command that comes in while it waits ends the wait, and leaves it down.
[6 [0 14]
   [8 [7 [[0 2] [0 6]] finished]
      6 [0 5]
        [8 [7 [[0 4] [0 14] [1 1.000]] wait]
           6 [0 5]
             [8 [7 [[0 4] [1 %u] [0 30] [1 5.000]] control] [7 [[0 4] [0 31]] start]]
             [[0 4] [0 15]]]
        [[0 4] [0 7]]]
   [0 1]]
");
("runit-look", "; runit-look: [tape service] -> [tape service]
; Takes notice of a death, as observe does; but the finish script has all the time it wants: 2^31 - 1 milliseconds.
[6 [0 14]
   [0 1]
   [8 [7 [[0 2] [0 15]] alive]
      6 [0 5]
        [[0 4] [0 7]]
        [8 [7 [[0 4] [1 9] [0 31]] kill]
           6 [0 5]
             [8 [7 [[0 4] [0 30] [1 2.147.483.647]] finish] [[0 4] [0 62] [1 0 0]]]
             [0 0]]]]
");
("runit-down", "; runit-down: [letter tape service] -> [tape service]
; Tells what is up to end: TERM, unless control/t has seen to it; then CONT, should it be paused; then the letter's own
; script, whatever that ends with. It stays up until it is found dead.
[6 [0 30]
   [0 3]
   [8 [7 [[1 %t 15] [0 3]] command]
      8 [7 [[0 4] [1 18] [0 23]] signal]
        8 [7 [[0 4] [0 14] [0 26] [1 5.000]] control]
          [[0 4] [0 29]]]]
");
("supervise", "; supervise: [tape service] -> [tape service]
; The specification's ""if state == down, start it NOW"", of a service that is looked at first. Evaluated on each
; death, and for every supervised service at least once a second.
[7 observe start]
");
("status", "; status: [tape service] -> [tape loobean]
; Does it run, this moment? Yes if it is up and its process lives. Changes nothing.
[6 [5 [0 14] [1 1]]
   [7 [[0 2] [0 15]] alive]
   [[0 2] [1 1]]]
");
("sv", "; sv: what the supervisor does, and when. A list of [event supervised formula], the first row of an event counts.
;
; event: a letter written to supervise/control; %supervise, a look at a service of the supervised set (after a death, and
; at least once a second), and %observe, the same look at any other; %status and %check, which change nothing.
; supervised: whether the service is in the supervised set from then on: %in, %out, %keep as it is, or %exit when the
; supervisor lets go of it for good.
[ [%supervise %keep supervise]
  [%observe %keep observe]
  [%u %in start] ; sv up
  [%o %out start] ; sv once
  [%d %out stop] ; sv down
  [%x %exit stop] ; sv exit
  [%t %keep [6 [5 [0 14] [1 1]] restart [0 1]]] ; sv restart: what is up is killed and started
  [%k %keep [6 [5 [0 14] [1 1]] restart [0 1]]]
  ; sv pause (STOP), cont, hup, alarm, interrupt, quit, 1 (USR1), 2 (USR2): a signal, or what is in control/
  [%p %keep [8 [1 %p 19] command]]
  [%c %keep [8 [1 %c 18] command]]
  [%h %keep [8 [1 %h 1] command]]
  [%a %keep [8 [1 %a 14] command]]
  [%i %keep [8 [1 %i 2] command]]
  [%q %keep [8 [1 %q 3] command]]
  ['1' %keep [8 [1 '1' 10] command]]
  ['2' %keep [8 [1 '2' 12] command]]
  [%e %exit supervise] ; no letter of sv: a log's service is gone, it reads the rest
  [%status %keep status] ; asked by hand: sv status reads supervise/status
  [%check %keep ready] ; sv check
  0]
");
("runit", "; runit: the policy of runit. Down, exit and term send TERM, and wait as long as it takes; a service is started again when
; its finish script has ended, and a second after its last start at the earliest. All else is as in sv.
[ [%supervise %keep [6 [0 14] runit-start runit-look]]
  [%observe %keep runit-look]
  [%u %in runit-start]
  [%o %out runit-start]
  [%d %out [8 [1 %d] runit-down]]
  [%x %exit [8 [1 %x] runit-down]]
  [%t %keep [8 [1 %t 15] command]]
  [%k %keep [8 [1 %k 9] command]]
  sv]
");
("state", "; state: [tape service] -> 0 or 1
; The specification's ""get state field"": 0 down, 1 up.
;
; [tape name state pid]: tape 2, service 3, name 6, state 14, pid 15
[0 14]
");
("sub", "; sub: [a b] -> a - b, where b is not above a (it never ends otherwise)
; Counts down both until b is 0.
;
; the loop's core: [loop a b]; loop 2, a 6, b 7
[8 [1 6 [5 [0 7] [1 0]]
        [0 6]
        [9 2 [0 2] [7 [0 6] dec] [7 [0 7] dec]]]
   [9 2 0 1]]
");
("throttled", "; throttled: the policy sv, but for a second between a service's starts, as runit has it. A command that comes in
; while it waits ends the wait; the service is looked at again afterwards, as it is when it was found dead.
[ [ %supervise
    %keep
    [6 [0 14]
       [8 [7 [[0 2] [0 6] [1 1.000]] wait] ; [[tape waited] tape service]
          6 [0 5]
            [7 [[0 4] [0 7]] start]
            [[0 4] [0 7]]]
       observe] ]
  sv]
");
("tree", "; tree: the policy sv, but for what left a service's process group (by setsid, or as a daemon): that is killed, too,
; whenever the service is stopped, and before it starts again.
[ [%supervise %keep [7 fell-dead start]]
  [%observe   %keep fell-dead]
  [%d         %out  fell]
  [%x         %exit fell]
  [%t         %keep [6 [5 [0 14] [1 1]] [7 fell start] [0 1]]]
  [%k         %keep [6 [5 [0 14] [1 1]] [7 fell start] [0 1]]]
  [%e         %exit [7 fell-dead start]]
  sv]
")
].
