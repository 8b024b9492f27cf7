------------------------------- MODULE runit -------------------------------
(* The specification's machine of two states, made right: one service, what its        *)
(* supervisor has of it, and what the operating system really runs for it.             *)
(*                                                                                     *)
(* A formula asks, and the world answers: a spawn gives a pid or fails, a kill is      *)
(* carried out or not permitted. Each action below is what a formula of formulas/*.nock*)
(* comes to by these answers; test/prove/bridge holds every one of them against the    *)
(* formula and against the supervisor's step.                                          *)
EXTENDS Naturals, FiniteSets

CONSTANT MaxPid                 \* Linux has up to 4194304; three are enough to tell any two apart
ASSUME MaxPid > 0

VARIABLES
  service_state, service_pid,   \* the noun [name state pid]
  supervised,                   \* is it in the supervised set: is it to be up?
  leaders,                      \* processes that run, by their pids: run scripts, each leads a group
  groups                        \* process groups of which anything lives, its leader or a child

service == <<service_state, service_pid>>
system  == <<leaders, groups>>
vars    == <<service_state, service_pid, supervised, leaders, groups>>

Pids == 1..MaxPid

Init ==
  /\ service_state = "down"
  /\ service_pid = 0
  /\ supervised \in BOOLEAN     \* a file `down` in its directory says no
  /\ leaders = {}
  /\ groups = {}

Same == UNCHANGED <<service, system>>

-----------------------------------------------------------------------------------------
(* What the operating system answers.                                                  *)

\* start's question, when these groups are left: up with the pid that it gives, or down still.
SpawnBeside(left) ==
  \/ \E pid \in Pids \ left :
       /\ service_state' = "up"
       /\ service_pid' = pid
       /\ leaders' = (leaders \cap left) \cup {pid}
       /\ groups' = left \cup {pid}
  \/ /\ service_state' = "down"
     /\ service_pid' = 0
     /\ leaders' = leaders \cap left
     /\ groups' = left

\* What kill -9 leaves: it takes the service's whole group, children included.
Survivors == groups \ {service_pid}

\* A kill that is not permitted crashes the decision: the service is as it was.
Refused == Same

-----------------------------------------------------------------------------------------
(* The formulas.                                                                       *)

Start ==
  /\ service_state = "down"
  /\ SpawnBeside(groups)

Stop ==
  /\ service_state = "up"
  /\ \/ /\ service_state' = "down"
        /\ service_pid' = 0
        /\ leaders' = leaders \cap Survivors
        /\ groups' = Survivors
     \/ Refused

\* [7 stop start], of what is up
Restart ==
  /\ service_state = "up"
  /\ SpawnBeside(Survivors) \/ Refused

Dead == service_state = "up" /\ service_pid \notin leaders

\* Takes notice of a death: what is left of the group dies, too.
Observe == Dead /\ Stop

\* [7 observe start]: "if state == down, start it NOW"
ObserveStart == Start \/ (Dead /\ Restart)

-----------------------------------------------------------------------------------------
(* What happens: the operator's commands, as formulas/sv.nock has them, the looks of   *)
(* the supervisor, and the world.                                                      *)

Up   == supervised' = TRUE /\ (Start \/ (service_state = "up" /\ Same))
Once == supervised' = FALSE /\ (Start \/ (service_state = "up" /\ Same))
Down == supervised' = FALSE /\ (Stop \/ (service_state = "down" /\ Same))
Term == UNCHANGED supervised /\ Restart

\* A look at what is to be up, and one at anything else.
Supervise == supervised /\ UNCHANGED supervised /\ ObserveStart
Look      == ~supervised /\ UNCHANGED supervised /\ Observe

\* A process dies, and its children with it, or not. The noun does not know it yet.
Crash ==
  /\ leaders # {}
  /\ leaders' = {}
  /\ groups' \in {{}, groups}
  /\ UNCHANGED <<service, supervised>>

\* The children that it left behind end, too.
Fade ==
  /\ groups # leaders
  /\ groups' = leaders
  /\ UNCHANGED <<service, supervised, leaders>>

Next == Up \/ Once \/ Down \/ Term \/ Supervise \/ Look \/ Crash \/ Fade

\* What could be started is started some day: the supervisor goes on looking, and no spawn fails, and no kill is
\* refused, for ever.
Revive == Supervise /\ service_state' = "up" /\ leaders' # {}

\* And what an operator took down is looked at, too.
Notice == Look /\ service_state' = "down"

Spec == Init /\ [][Next]_vars /\ WF_vars(Revive) /\ WF_vars(Notice)

-----------------------------------------------------------------------------------------
(* What holds.                                                                         *)

TypeInvariant ==
  /\ service_state \in {"down", "up"}
  /\ service_pid \in 0..MaxPid
  /\ supervised \in BOOLEAN
  /\ leaders \subseteq groups
  /\ groups \subseteq Pids

\* Down has no pid, up has one.
UpIffPid == (service_state = "up") <=> (service_pid > 0)

\* Never two of one service: not even a child of an old process beside a new one.
AtMostOne == Cardinality(groups) <= 1

\* Nothing runs for a service but what its noun names.
NoStranger == groups \subseteq {service_pid}

\* The specification's "service_state = down => <>Start": what is to be up and is down gets up.
RestartInvariant ==
  (supervised /\ service_state = "down") ~> (service_state = "up" \/ ~supervised)

\* The same of the process itself: what died runs again.
CrashedRunsAgain ==
  (supervised /\ leaders = {}) ~> (leaders # {} \/ ~supervised)

\* A death that nobody is to undo is noticed.
DeathNoticed ==
  (~supervised /\ Dead) ~> (~Dead \/ supervised)
==========================================================================================
