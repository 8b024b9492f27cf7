---------------------------- MODULE runit_timed ----------------------------
(* "A service that crashes is restarted within 1 second": a supervised service beside  *)
(* a clock. One step of the clock is Unit milliseconds. The supervisor looks at the    *)
(* service every Period, and at once where the system tells it of a death. From the    *)
(* moment when a look is due until the answer to its last question is there, no more   *)
(* than Bound goes by: that is what is assumed of the machine, and nothing else.       *)
EXTENDS Naturals

CONSTANTS
  Unit,                         \* milliseconds
  Period,                       \* SWEEP of runtime/tree/supervise.ts, in units
  Bound,                        \* the B of T + B, in units
  MaxPid
ASSUME Unit > 0 /\ Period > 0 /\ Bound > 0 /\ MaxPid > 0

Second == 1000 \div Unit

VARIABLES
  service_state, service_pid,   \* the noun [name state pid]
  runs,                         \* does its process live?
  due,                          \* units until the next look
  told,                         \* it is dead, and the supervisor was told so
  deciding,                     \* a look found it dead, and waits for the answer to its spawn
  left,                         \* units until what is due, or being decided, has to be done
  age                           \* units since it died, or since the last spawn failed; 0 while it runs

service == <<service_state, service_pid>>
vars    == <<service_state, service_pid, runs, due, told, deciding, left, age>>

Init ==
  /\ service_state = "up" /\ service_pid = 1 /\ runs = TRUE
  /\ due = Period /\ told = FALSE /\ deciding = FALSE /\ left = Bound /\ age = 0

\* The process dies; the supervisor is told by the system, or not.
Crash ==
  /\ runs
  /\ runs' = FALSE
  /\ told' \in BOOLEAN
  /\ UNCHANGED <<service, due, deciding, left, age>>

LookIsDue == due = 0 \/ told

\* supervise: of what lives nothing comes; for what is dead a spawn is asked for.
Look ==
  /\ LookIsDue /\ ~deciding
  /\ due' = IF due = 0 THEN Period ELSE due
  /\ deciding' = ~runs
  /\ left' = IF runs THEN Bound ELSE left
  /\ UNCHANGED <<service, runs, told, age>>

\* The spawn is answered with a pid.
Spawned ==
  /\ deciding
  /\ service_state' = "up" /\ service_pid' \in 1..MaxPid /\ runs' = TRUE
  /\ deciding' = FALSE /\ told' = FALSE /\ left' = Bound /\ age' = 0
  /\ UNCHANGED due

\* It is answered with 0. What was up until then is looked at once more, at once.
NotSpawned ==
  /\ deciding
  /\ service_state' = "down" /\ service_pid' = 0
  /\ deciding' = FALSE /\ told' = (service_state = "up") /\ left' = Bound /\ age' = 0
  /\ UNCHANGED <<runs, due>>

\* A unit of time goes by, but not past a deadline.
Pass ==
  /\ (LookIsDue \/ deciding) => left > 0
  /\ due' = IF due > 0 THEN due - 1 ELSE 0
  /\ left' = IF LookIsDue \/ deciding THEN left - 1 ELSE left
  /\ age' = IF runs THEN 0 ELSE age + 1
  /\ UNCHANGED <<service, runs, told, deciding>>

Next == Crash \/ Look \/ Spawned \/ NotSpawned \/ Pass

\* Time goes on, and a spawn that is asked for again and again does not always fail.
Spec == Init /\ [][Next]_vars /\ WF_vars(Look) /\ WF_vars(Pass) /\ SF_vars(Spawned)

-----------------------------------------------------------------------------------------
TypeInvariant ==
  /\ service_state \in {"down", "up"} /\ service_pid \in 0..MaxPid
  /\ runs \in BOOLEAN /\ told \in BOOLEAN /\ deciding \in BOOLEAN
  /\ due \in 0..Period /\ left \in 0..Bound /\ age \in 0..(Period + Bound)

UpIffPid == (service_state = "up") <=> (service_pid > 0)

\* The promise: a second after its death it runs, or a spawn failed since.
WithinASecond == age < Second

\* And by which way: the sweep finds it in T + B, the system's word in B.
BySweep == age <= Period + Bound
ByWord  == told => age <= Bound

\* It does run again.
RestartInvariant == ~runs ~> runs

\* The clock is never stuck, so what holds within a second does not hold of nothing.
TimeGoesOn == []<>(due = 0)
==========================================================================================
