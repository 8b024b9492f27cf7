(* What the formulas of the supervisor do: for every name, every pid and every tape, and nothing else. *)
From Coq Require Import Arith NArith List String Lia Bool.
Require Import Nock Rules Formulas.
Import ListNotations.
Open Scope N_scope.

(* ---- The two states, and what is done in each ---- *)

Inductive service := Down (name : noun) | Up (name pid : noun).

(* [name state pid] *)
Definition noun_of (s : service) : noun :=
  match s with Down n => [: n, Atom 0, Atom 0 :] | Up n p => [: n, Atom 1, p :] end.

(* What a formula does: it has a product, or none, or it asks, and goes on with the answer. *)
Inductive plan := Done (s : service) | None_ | Ask (request : noun) (on : noun -> plan).

(* The product of a plan on a tape: what is left of the tape, and the service. *)
Fixpoint follow (p : plan) (tape : noun) : option noun :=
  match p with
  | Done s => Some (Cell tape (noun_of s))
  | None_ => None
  | Ask q on =>
      match tape with
      | Cell (Cell q' a) rest => if noun_eqb q' q then follow (on a) rest else None
      | _ => None
      end
  end.

Fixpoint after (p : plan) (next : service -> plan) : plan :=
  match p with Done s => next s | None_ => None_ | Ask q on => Ask q (fun a => after (on a) next) end.

(* No product unless the answer is yes, or no. *)
Definition if_yes (a : noun) (yes no : plan) : plan :=
  match a with Atom 0 => yes | Atom 1 => no | _ => None_ end.

(* A down service is started now: up with the pid that the system answers; 0 means that it could not. *)
Definition start_plan (s : service) : plan :=
  match s with
  | Down n => Ask (Cell (term "spawn") n) (fun pid => Done (if noun_eqb pid 0 then Down n else Up n pid))
  | Up n p => Done (Up n p)
  end.

(* An up service is killed by signal 9, then its finish script is run, for five seconds at most. *)
Definition stop_plan (s : service) : plan :=
  match s with
  | Down n => Done (Down n)
  | Up n p =>
      Ask [: term "kill", Atom 9, p :] (fun gone =>
        if_yes gone (Ask [: term "finish", n, Atom 5000 :] (fun _ => Done (Down n))) None_)
  end.

(* An up service whose process is dead is stopped. *)
Definition observe_plan (s : service) : plan :=
  match s with
  | Down n => Done (Down n)
  | Up n p => Ask (Cell (term "alive") p) (fun lives => if_yes lives (Done (Up n p)) (stop_plan (Up n p)))
  end.

Definition restart_plan (s : service) : plan := after (stop_plan s) start_plan.
Definition supervise_plan (s : service) : plan := after (observe_plan s) start_plan.

(* ---- The formulas do just that ---- *)

Definition does (f : noun) (p : service -> plan) : Prop :=
  forall s tape r, red (Cell tape (noun_of s)) f r <-> follow (p s) tape = Some r.

(* The state that a formula tests first. *)
Lemma state_is : forall tape s n r, red (Cell tape (noun_of s)) [: Atom 5, Cell 0 14, Cell 1 (Atom n) :] r <->
  r = tis (match s with Down _ => 0 | Up _ _ => 1 end) (Atom n).
Proof.
  intros tape s n r. rewrite red_5. split.
  - intros (x & y & X & Y & ->). apply red_0 in X. apply red_1 in Y as ->.
    destruct s; injection X as <-; reflexivity.
  - intros ->. do 2 eexists. repeat split; [destruct s; now apply R0 | apply R1].
Qed.

Lemma asks : forall tag sample (on : noun -> plan) tape r,
  follow (Ask (Cell tag sample) on) tape = Some r <->
  exists a rest, tape = Cell (Cell (Cell tag sample) a) rest /\ follow (on a) rest = Some r.
Proof.
  intros tag sample on tape r. cbn [follow]. split.
  - destruct tape as [|[|q a] rest]; try discriminate.
    destruct (noun_eqb q _) eqn:E; [|discriminate]. apply noun_eqb_spec in E as ->. eauto.
  - intros (a & rest & -> & F). now rewrite (proj2 (noun_eqb_spec _ _) eq_refl).
Qed.

(* From a product back to what it came of. *)
Ltac peel := repeat match goal with
  | H : red _ (Cell (Cell _ _) _) _ |- _ => apply red_cons in H as (? & ? & ? & ? & ->)
  | H : red _ (Cell (Atom 0) _) _ |- _ => apply red_0 in H; cbn in H
  | H : red _ (Cell (Atom 1) _) _ |- _ => apply red_1 in H
  | H : red _ (Cell (Atom 4) _) _ |- _ => apply red_4 in H as (? & ? & ?)
  | H : red _ (Cell (Atom 5) _) _ |- _ => apply red_5 in H as (? & ? & ? & ? & ?)
  | H : red _ (Cell (Atom 6) _) _ |- _ => apply red_6 in H as [[? ?] | [? ?]]
  | H : red _ (Cell (Atom 7) _) _ |- _ => apply red_7 in H as (? & ? & ?)
  | H : red _ (Cell (Atom 8) _) _ |- _ => apply red_8 in H as (? & ? & ?)
  | H : red _ (question _) _ |- _ => apply question_exact in H as (? & ? & ? & ?)
  | H : red _ dec _ |- _ => apply dec_one in H
  | H : Ok _ = Ok _ |- _ => injection H as H
  | H : lus (Atom _) = Ok _ |- _ => injection H as H
  | H : Cell _ _ = Cell _ _ |- _ => injection H as H
  | H : ?x = _ |- _ => is_var x; subst x
  | H : _ = ?x |- _ => is_var x; subst x
  | H : Crash = Ok _ |- _ => discriminate H
  | H : _ = Ok _ |- _ => progress cbn in H
  end.

(* And from what is there to the product. *)
Ltac build :=
  match goal with
  | |- red _ (question _) _ => apply question_exact; do 2 eexists; split; reflexivity
  | |- red _ dec _ => apply dec_one; reflexivity
  | |- red _ (Cell (Cell _ _) _) _ => apply RCons; build
  | |- red _ (Cell (Atom 0) _) _ => apply R0; reflexivity
  | |- red _ (Cell (Atom 1) _) _ => apply R1
  | |- red _ (Cell (Atom 4) _) _ => eapply R4; [build | reflexivity]
  | |- red _ (Cell (Atom 7) _) _ => eapply R7; [build | build]
  | |- red _ (Cell (Atom 8) _) _ => eapply R8; [build | build]
  | |- _ => idtac
  end.

Definition start_text : noun :=
  [: Atom 6, [: Atom 5, Cell 0 14, Cell 1 0 :],
     [: Atom 8, [: Atom 7, Cell (Cell 0 2) (Cell 0 6), question (term "spawn") :],
        Atom 6, [: Atom 5, Cell 0 5, Cell 1 0 :],
          Cell (Cell 0 4) (Cell 0 7),
          [: Cell 0 4, Cell 0 14, [: Atom 4, Atom 0, Atom 30 :], Cell 0 5 :] :],
     Cell 0 1 :].

Lemma start_is : start = start_text. Proof. reflexivity. Qed.

Lemma yes_is : forall a b, Atom 0 = tis a b -> a = b.
Proof. intros a b. unfold tis. destruct (noun_eqb a b) eqn:E; [intros _; now apply noun_eqb_spec | discriminate]. Qed.
Lemma no_is : forall a b, Atom 1 = tis a b -> noun_eqb a b = false.
Proof. intros a b. unfold tis. now destruct (noun_eqb a b). Qed.

(* start does what start_plan says, and has a product nowhere else. *)
Theorem start_does : does start start_plan.
Proof.
  intros s tape r. rewrite start_is. unfold start_text. rewrite red_6, !state_is. destruct s as [n | n p].
  - unfold start_plan. rewrite asks. split.
    + intros [[_ H] | [F _]]; [|discriminate F]. apply red_8 in H as (x & X & H). peel.
      * do 2 eexists. split; [reflexivity|].
        match goal with H : Atom 0 = tis ?a _ |- _ => apply yes_is in H; subst a end. reflexivity.
      * do 2 eexists. split; [reflexivity|].
        match goal with H : Atom 1 = tis ?a _ |- _ => apply no_is in H; rewrite H end. reflexivity.
    + intros (a & rest & -> & F). left. split; [reflexivity|].
      eapply R8; [build|]. apply red_6.
      destruct (noun_eqb a 0) eqn:E; injection F as <-; [left | right]; (split; [|build]).
      * apply red_5. do 2 eexists. repeat split; try now apply R0. apply R1. unfold tis. now rewrite E.
      * apply red_5. do 2 eexists. repeat split; try now apply R0. apply R1. unfold tis. now rewrite E.
  - cbn [start_plan follow]. rewrite red_0. cbn. split.
    + intros [[F _] | [_ H]]; [discriminate F | now injection H as <-].
    + intros H. right. split; [reflexivity | now injection H as <-].
Qed.

Definition stop_text : noun :=
  [: Atom 6, [: Atom 5, Cell 0 14, Cell 1 1 :],
     [: Atom 8, [: Atom 7, [: Cell 0 2, Cell 1 9, Cell 0 15 :], question (term "kill") :],
        Atom 6, Cell 0 5,
          [: Atom 8, [: Atom 7, [: Cell 0 4, Cell 0 14, Cell 1 5000 :], question (term "finish") :],
             Cell 0 4, Cell 0 30, [: Atom 7, Cell 0 62, dec :], Cell 1 0 :],
          Cell 0 0 :],
     Cell 0 1 :].

Lemma stop_is : stop = stop_text. Proof. reflexivity. Qed.

(* What if_yes leads to. *)
Lemma if_yes_is : forall a yes no tape r, follow (if_yes a yes no) tape = Some r <->
  (a = 0 /\ follow yes tape = Some r) \/ (a = 1 /\ follow no tape = Some r).
Proof.
  intros [[|[p|p|]]|h t] yes no tape r; cbn; split; intro H; auto; try discriminate;
  destruct H as [[E H] | [E H]]; try discriminate; auto.
Qed.

(* stop does what stop_plan says, and has a product nowhere else. *)
Theorem stop_does : does stop stop_plan.
Proof.
  intros s tape r. rewrite stop_is. unfold stop_text. rewrite red_6, !state_is. destruct s as [n | n p].
  - cbn [stop_plan follow]. rewrite red_0. cbn. split.
    + intros [[F _] | [_ H]]; [discriminate F | now injection H as <-].
    + intros H. right. split; [reflexivity | now injection H as <-].
  - unfold stop_plan. rewrite asks. split.
    + intros [[_ H] | [F _]]; [|discriminate F]. apply red_8 in H as (x & X & H). peel.
      do 2 eexists. split; [reflexivity|]. apply if_yes_is. left. split; [reflexivity|].
      apply asks. do 2 eexists. split; reflexivity.
    + intros (a & rest & -> & F). left. split; [reflexivity|]. eapply R8; [build|].
      apply if_yes_is in F as [[-> F] | [_ F]]; [|discriminate F].
      apply asks in F as (b & rest' & -> & F). injection F as <-.
      apply red_6. left. split; build.
Qed.

Definition observe_text : noun :=
  [: Atom 6, [: Atom 5, Cell 0 14, Cell 1 1 :],
     [: Atom 8, [: Atom 7, Cell (Cell 0 2) (Cell 0 15), question (term "alive") :],
        Atom 6, Cell 0 5,
          Cell (Cell 0 4) (Cell 0 7),
          [: Atom 7, Cell (Cell 0 4) (Cell 0 7), stop :] :],
     Cell 0 1 :].

Lemma observe_is : observe = observe_text. Proof. reflexivity. Qed.

(* observe does what observe_plan says, and has a product nowhere else. *)
Theorem observe_does : does observe observe_plan.
Proof.
  intros s tape r. rewrite observe_is. unfold observe_text. rewrite red_6, !state_is. destruct s as [n | n p].
  - cbn [observe_plan follow]. rewrite red_0. cbn. split.
    + intros [[F _] | [_ H]]; [discriminate F | now injection H as <-].
    + intros H. right. split; [reflexivity | now injection H as <-].
  - unfold observe_plan. rewrite asks. split.
    + intros [[_ H] | [F _]]; [|discriminate F]. apply red_8 in H as (x & X & H). peel;
      (do 2 eexists; split; [reflexivity|]; apply if_yes_is).
      * left. split; reflexivity.
      * right. split; [reflexivity|]. now apply stop_does.
    + intros (a & rest & -> & F). left. split; [reflexivity|]. eapply R8; [build|]. apply red_6.
      apply if_yes_is in F as [[-> F] | [-> F]].
      * left. injection F as <-. split; build.
      * right. split; [build|]. apply stop_does in F. eapply R7; [build | exact F].
Qed.

(* Rule 7 puts one after the other. *)
Lemma follow_after : forall next p tape r, follow (after p next) tape = Some r <->
  exists rest s, follow p tape = Some (Cell rest (noun_of s)) /\ follow (next s) rest = Some r.
Proof.
  induction p as [s | | q on IH]; intros tape r; cbn [after follow].
  - split; [eauto|]. intros (rest & s' & E & F). injection E as <- E.
    replace s with s'; [exact F|]. destruct s, s'; injection E; intros; subst; congruence.
  - split; [discriminate | intros (? & ? & E & _); discriminate E].
  - destruct tape as [|[|q' a] rest]; try (split; [discriminate | intros (? & ? & E & _); discriminate E]).
    destruct (noun_eqb q' q); [apply IH | split; [discriminate | intros (? & ? & E & _); discriminate E]].
Qed.

Lemma product_is : forall p tape r, follow p tape = Some r -> exists rest s, r = Cell rest (noun_of s).
Proof.
  induction p as [s | | q on IH]; intros tape r; cbn [follow]; [|discriminate|].
  - intros E. injection E as <-. eauto.
  - destruct tape as [|[|q' a] rest]; try discriminate. destruct (noun_eqb q' q); [apply IH | discriminate].
Qed.

Lemma seven_does : forall f g p q, does f p -> does g q -> does [: Atom 7, f, g :] (fun s => after (p s) q).
Proof.
  intros f g p q F G s tape r. rewrite red_7, follow_after. split.
  - intros (x & X & R). apply F in X. destruct (product_is _ _ _ X) as (rest & s' & ->).
    exists rest, s'. split; [exact X | now apply G].
  - intros (rest & s' & X & R). exists (Cell rest (noun_of s')). split; [now apply F | now apply G].
Qed.

(* restart is stop, then start. *)
Theorem restart_does : does restart restart_plan.
Proof. exact (seven_does stop start _ _ stop_does start_does). Qed.

(* supervise is observe, then start. *)
Theorem supervise_does : does supervise supervise_plan.
Proof. exact (seven_does observe start _ _ observe_does start_does). Qed.
