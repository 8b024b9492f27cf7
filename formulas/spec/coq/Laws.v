(* What follows for the operator: each formula in each case, the two states, idempotence, replay. *)
From Coq Require Import Arith NArith List String Lia Bool.
Require Import Nock Rules Formulas Supervisor.
Import ListNotations.
Open Scope N_scope.

(* [[request answer] ... rest] *)
Fixpoint tape (entries : list (noun * noun)) (rest : noun) : noun :=
  match entries with [] => rest | (q, a) :: more => Cell (Cell q a) (tape more rest) end.

(* On these answers, to these very requests in this order, f makes s of it, and leaves the rest of the tape alone. *)
Definition makes (f : noun) (s : service) (entries : list (noun * noun)) (s' : service) : Prop :=
  forall rest, red (Cell (tape entries rest) (noun_of s)) f (Cell rest (noun_of s')).
(* ... it has no product. *)
Definition fails (f : noun) (s : service) (entries : list (noun * noun)) : Prop :=
  forall rest r, ~ red (Cell (tape entries rest) (noun_of s)) f r.

Definition yes : noun := 0.
Definition no : noun := 1.
Definition spawning n : noun := Cell (term "spawn") n.
Definition alive_ p : noun := Cell (term "alive") p.
Definition killing p : noun := [: term "kill", Atom 9, p :].
Definition finishing n : noun := [: term "finish", n, Atom 5000 :].

Lemma told : forall q on a rest, follow (Ask q on) (Cell (Cell q a) rest) = follow (on a) rest.
Proof. intros. cbn [follow]. now rewrite (proj2 (noun_eqb_spec q q) eq_refl). Qed.

Ltac by_plan does := intros; unfold makes, fails, restart_plan, supervise_plan; intros; rewrite (does _ _ _);
  cbn [tape start_plan stop_plan observe_plan restart_plan supervise_plan after];
  repeat (rewrite told; cbn [after if_yes yes no start_plan stop_plan observe_plan]);
  repeat match goal with H : noun_eqb _ (Atom 0) = false |- _ => rewrite H end;
  try discriminate; try reflexivity.

Section Cases.
Variables n p pid : noun.
Variables ran : noun. (* whether there was a finish script: nobody minds *)
Hypothesis started : noun_eqb pid 0 = false.

(* A down service is started. *)
Theorem start_down : makes start (Down n) [(spawning n, pid)] (Up n pid). Proof. by_plan start_does. Qed.
(* A service that cannot start stays down. *)
Theorem start_unable : makes start (Down n) [(spawning n, Atom 0)] (Down n). Proof. by_plan start_does. Qed.
(* A service that is up is not started again: nothing is asked. *)
Theorem start_up : makes start (Up n p) [] (Up n p). Proof. by_plan start_does. Qed.

(* An up service is killed, and is down. *)
Theorem stop_up : makes stop (Up n p) [(killing p, yes); (finishing n, ran)] (Down n). Proof. by_plan stop_does. Qed.
(* Where killing is not permitted a stop has no product: the service is as up as it was. *)
Theorem stop_refused : fails stop (Up n p) [(killing p, no)]. Proof. by_plan stop_does. Qed.
(* Of a down service a stop asks nothing. *)
Theorem stop_down : makes stop (Down n) [] (Down n). Proof. by_plan stop_does. Qed.

(* A restart kills and starts. *)
Theorem restart_up : makes restart (Up n p) [(killing p, yes); (finishing n, ran); (spawning n, pid)] (Up n pid).
Proof. by_plan restart_does. Qed.
(* A restart of a down service starts it. *)
Theorem restart_down : makes restart (Down n) [(spawning n, pid)] (Up n pid). Proof. by_plan restart_does. Qed.
(* A restart leaves down what cannot start. *)
Theorem restart_unable :
  makes restart (Up n p) [(killing p, yes); (finishing n, ran); (spawning n, Atom 0)] (Down n).
Proof. by_plan restart_does. Qed.
(* Where killing is not permitted a restart has no product. *)
Theorem restart_refused : fails restart (Up n p) [(killing p, no)]. Proof. by_plan restart_does. Qed.

(* Who is observed alive stays up. *)
Theorem observe_alive : makes observe (Up n p) [(alive_ p, yes)] (Up n p). Proof. by_plan observe_does. Qed.
(* Who is observed dead is down, once the rest of its process group is killed. *)
Theorem observe_dead :
  makes observe (Up n p) [(alive_ p, no); (killing p, yes); (finishing n, ran)] (Down n).
Proof. by_plan observe_does. Qed.
(* Where that is not permitted an observation has no product. *)
Theorem observe_refused : fails observe (Up n p) [(alive_ p, no); (killing p, no)].
Proof. by_plan observe_does. Qed.
(* Of a down service an observation asks nothing. *)
Theorem observe_down : makes observe (Down n) [] (Down n). Proof. by_plan observe_does. Qed.

(* Supervision leaves alone who lives. *)
Theorem supervise_alive : makes supervise (Up n p) [(alive_ p, yes)] (Up n p). Proof. by_plan supervise_does. Qed.
(* Supervision starts the dead anew. *)
Theorem supervise_dead :
  makes supervise (Up n p) [(alive_ p, no); (killing p, yes); (finishing n, ran); (spawning n, pid)] (Up n pid).
Proof. by_plan supervise_does. Qed.
(* Supervision starts who is down. *)
Theorem supervise_down : makes supervise (Down n) [(spawning n, pid)] (Up n pid). Proof. by_plan supervise_does. Qed.
(* Supervision leaves down who cannot start: the next look tries again. *)
Theorem supervise_unable : makes supervise (Down n) [(spawning n, Atom 0)] (Down n). Proof. by_plan supervise_does. Qed.
(* Where killing is not permitted supervision has no product. *)
Theorem supervise_refused : fails supervise (Up n p) [(alive_ p, no); (killing p, no)].
Proof. by_plan supervise_does. Qed.

End Cases.

(* ---- The two states ---- *)

Definition policies : list (noun * (service -> plan)) :=
  [(start, start_plan); (stop, stop_plan); (restart, restart_plan); (observe, observe_plan); (supervise, supervise_plan)].

(* Each of the five formulas does what its plan says. *)
Theorem all_do : forall f p, In (f, p) policies -> does f p.
Proof.
  intros f p H. repeat destruct H as [E | H]; try injection E as <- <-; try contradiction H.
  - exact start_does. - exact stop_does. - exact restart_does. - exact observe_does. - exact supervise_does.
Qed.

Definition name_of (s : service) : noun := match s with Down n | Up n _ => n end.
(* Up with a pid that is one, or down. *)
Definition sound (s : service) : Prop := match s with Down _ => True | Up _ p => p <> 0 end.

(* Whatever a plan is done with is sound, and bears the same name. *)
Inductive keeps (n : noun) : plan -> Prop :=
| KDone s : sound s -> name_of s = n -> keeps n (Done s)
| KNone : keeps n None_
| KAsk q on : (forall a, keeps n (on a)) -> keeps n (Ask q on).

Lemma keeps_after : forall n next p, keeps n p -> (forall s, sound s -> name_of s = n -> keeps n (next s)) ->
  keeps n (after p next).
Proof. intros n next p K N. induction K as [s S E | | q on H IH]; cbn [after]; auto; constructor; auto. Qed.

Lemma start_keeps : forall s, sound s -> keeps (name_of s) (start_plan s).
Proof.
  intros [n | n p] S; cbn; constructor; auto. intros a. destruct (noun_eqb a 0) eqn:E; constructor; cbn; auto.
  intros ->. discriminate E.
Qed.

Lemma stop_keeps : forall s, sound s -> keeps (name_of s) (stop_plan s).
Proof.
  intros [n | n p] S; cbn; repeat constructor. intros [[|[?|?|]]|? ?]; cbn; repeat constructor.
Qed.

Lemma observe_keeps : forall s, sound s -> keeps (name_of s) (observe_plan s).
Proof.
  intros [n | n p] S; cbn; repeat constructor.
  intros [[|[?|?|]]|? ?]; try (repeat constructor; fail); [now repeat constructor|]. exact (stop_keeps (Up n p) S).
Qed.

Lemma keeps_follow : forall n p, keeps n p -> forall t r, follow p t = Some r ->
  exists rest s, r = Cell rest (noun_of s) /\ sound s /\ name_of s = n.
Proof.
  induction 1 as [s S E | | q on H IH]; intros t r; cbn [follow]; [|discriminate|].
  - intros F. injection F as <-. eauto.
  - destruct t as [|[|q' a] rest]; try discriminate. destruct (noun_eqb q' q); [apply IH | discriminate].
Qed.

(* Every formula of the policy, on every tape, true or false: a service in one of the two states comes out as one. *)
Theorem two_states : forall f p, In (f, p) policies -> forall s, sound s -> forall t r,
  red (Cell t (noun_of s)) f r -> exists rest s', r = Cell rest (noun_of s') /\ sound s' /\ name_of s' = name_of s.
Proof.
  intros f p I s S t r H. apply (all_do f p I) in H. revert H. apply keeps_follow.
  repeat destruct I as [E | I]; try injection E as <- <-; try contradiction I.
  - now apply start_keeps.
  - now apply stop_keeps.
  - apply keeps_after; [now apply stop_keeps | intros s' S' <-; now apply start_keeps].
  - now apply observe_keeps.
  - apply keeps_after; [now apply observe_keeps | intros s' S' <-; now apply start_keeps].
Qed.

(* Up if, and only if, the pid is above 0. *)
Theorem up_iff_pid : forall s, sound s -> forall n state pid, noun_of s = [: n, Atom state, Atom pid :] ->
  (state = 1 <-> pid > 0).
Proof.
  intros [m | m p] S n state pid E; cbn in E; injection E as <- <- E; [injection E as <- || subst pid; lia|].
  subst p. split; [intros _ | lia]. assert (pid <> 0) by (intros ->; now apply S). lia.
Qed.

(* ---- Twice is once ---- *)

(* Who has been stopped is down, and to stop him again asks nothing. *)
Theorem stop_idempotent : forall s t r, red (Cell t (noun_of s)) [: Atom 7, stop, stop :] r <->
  red (Cell t (noun_of s)) stop r.
Proof.
  intros s t r. rewrite (seven_does _ _ _ _ stop_does stop_does s t r), (stop_does s t r).
  enough (E : after (stop_plan s) stop_plan = stop_plan s \/
    forall t, follow (after (stop_plan s) stop_plan) t = follow (stop_plan s) t)
    by (destruct E as [-> | ->]; reflexivity).
  right. clear. intros t. destruct s as [n | n p]; [reflexivity|]. cbn [stop_plan after follow].
  destruct t as [|[|q a] t]; auto. destruct (noun_eqb _ _); auto.
  destruct a as [[|[?|?|]]|? ?]; auto.
Qed.

(* Who has been started and is up is left alone by another start. *)
Theorem start_idempotent : forall s t rest n p, red (Cell t (noun_of s)) start (Cell rest (noun_of (Up n p))) ->
  red (Cell t (noun_of s)) [: Atom 7, start, start :] (Cell rest (noun_of (Up n p))).
Proof.
  intros s t rest n p H. apply (seven_does _ _ _ _ start_does start_does s t). apply follow_after.
  exists rest, (Up n p). split; [now apply start_does | reflexivity].
Qed.

(* ---- Replay ---- *)

(* A plan is carried out, somebody answering: what was asked and answered, in order, and what it was done with. *)
Inductive live : plan -> list (noun * noun) -> service -> Prop :=
| LDone s : live (Done s) [] s
| LAsk q on a entries s : live (on a) entries s -> live (Ask q on) ((q, a) :: entries) s.

(* A tape is one of a decision that was made if, and only if, the formula makes the same of it and uses it up exactly. *)
Theorem replay : forall f p, In (f, p) policies -> forall s entries s',
  live (p s) entries s' <-> red (Cell (tape entries 0) (noun_of s)) f (Cell 0 (noun_of s')).
Proof.
  intros f p I s entries s'. rewrite (all_do f p I s). generalize (p s). clear. intros p.
  revert p. induction entries as [|[q a] entries IH]; intros p; cbn [tape].
  - split; [inversion 1; reflexivity|]. destruct p as [s | | q on]; cbn [follow]; try discriminate.
    intros E. injection E as E. replace s with s'; [constructor|]. destruct s, s'; injection E; intros; subst; congruence.
  - split.
    + inversion 1; subst. rewrite told. now apply IH.
    + destruct p as [s | | q' on]; cbn [follow]; try discriminate.
      destruct (noun_eqb q q') eqn:E; [|discriminate]. apply noun_eqb_spec in E as ->.
      intros F. constructor. now apply IH.
Qed.

(* What is asked of the system is asked once: more on the tape is left for whoever comes next. *)
Theorem rest_is_left : forall f p, In (f, p) policies -> forall s entries s', live (p s) entries s' ->
  makes f s entries s'.
Proof.
  intros f p I s entries s' L rest. apply (all_do f p I). revert L. generalize (p s).
  clear. intros p. revert p. induction entries as [|[q a] entries IH]; intros p L; inversion L; subst; [reflexivity|].
  cbn [tape]. rewrite told. now apply IH.
Qed.
