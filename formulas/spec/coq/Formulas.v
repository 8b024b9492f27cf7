(* The formulas of the supervisor, out of their files; and what the one does that reads the tape. *)
From Coq Require Import Arith NArith List String Lia Bool.
Require Import Nock Rules Parse Texts.
Import ListNotations.
Open Scope N_scope.

(* ---- The formulas, out of their files ---- *)

Definition book : env := Eval vm_compute in match load [] files with Some e => e | None => [] end.

(* Every file reads. *)
Theorem every_file_reads : load [] files = Some book.
Proof. vm_compute. reflexivity. Qed.

Definition formula (name : string) : noun := match find name book with Some f => f | None => 0 end.
(* %name *)
Definition term (name : string) : noun := match parse [] ("%" ++ name) with Some n => n | None => 0 end.

Definition ask : noun := Eval vm_compute in formula "ask".
Definition dec : noun := Eval vm_compute in formula "dec".
Definition alive : noun := Eval vm_compute in formula "alive".
Definition spawn : noun := Eval vm_compute in formula "spawn".
Definition kill : noun := Eval vm_compute in formula "kill".
Definition finish : noun := Eval vm_compute in formula "finish".
Definition start : noun := Eval vm_compute in formula "start".
Definition stop : noun := Eval vm_compute in formula "stop".
Definition restart : noun := Eval vm_compute in formula "restart".
Definition observe : noun := Eval vm_compute in formula "observe".
Definition supervise : noun := Eval vm_compute in formula "supervise".

(* ---- Asking: the tape is read by one formula only ---- *)

(* ask gives the next answer if it is to this very request; else it has no product. *)
Theorem ask_exact : forall tape q r,
  red (Cell tape q) ask r <-> exists a rest, tape = Cell (Cell q a) rest /\ r = Cell rest a.
Proof.
  intros tape q r. unfold ask. rewrite red_6, red_cons, red_5. split.
  - intros [[(x & y & X & Y & T) (u & v & U & V & ->)] | [_ C]].
    + apply red_0 in X, Y, U, V. destruct tape as [|[|q' a] rest]; try discriminate.
      injection X as <-. injection Y as <-. injection U as <-. injection V as <-.
      unfold tis in T. destruct (noun_eqb q' q) eqn:E; [|discriminate].
      apply noun_eqb_spec in E as ->. eauto.
    + apply red_0 in C. discriminate.
  - intros (a & rest & -> & ->). left. split.
    + exists q, q. repeat split; try now apply R0. unfold tis. now rewrite (proj2 (noun_eqb_spec q q) eq_refl).
    + exists rest, a. repeat split; now apply R0.
Qed.

(* A formula that puts a request of this name to the operating system. *)
Definition question (tag : noun) : noun := [: Atom 7, [: Cell 0 2, Cell 1 tag, Cell 0 3 :], ask :].

(* alive, spawn, kill and finish are questions, each with its own name, and nothing more. *)
Theorem questions :
  alive = question (term "alive") /\ spawn = question (term "spawn") /\ kill = question (term "kill") /\
  finish = question (term "finish").
Proof. repeat split. Qed.

Lemma question_exact : forall tag tape sample r, red (Cell tape sample) (question tag) r <->
  exists a rest, tape = Cell (Cell (Cell tag sample) a) rest /\ r = Cell rest a.
Proof.
  intros tag tape sample r. unfold question. rewrite red_7. split.
  - intros (x & X & A). apply red_cons in X as (t & q & T & Q & ->).
    apply red_cons in Q as (u & s & U & S & ->). apply red_0 in T, S. apply red_1 in U. subst u.
    injection T as <-. injection S as <-. now apply ask_exact.
  - intros H. exists (Cell tape (Cell tag sample)). split; [|now apply ask_exact].
    repeat constructor.
Qed.

(* dec of the one number that the policy takes it of. *)
Lemma dec_one : forall r, red 1 dec r <-> r = 0.
Proof.
  assert (E : red 1 dec 0) by (apply (nock_sound 20); vm_compute; reflexivity).
  intros r. split; [intro H; exact (red_deterministic _ _ _ _ H E) | now intros ->].
Qed.
