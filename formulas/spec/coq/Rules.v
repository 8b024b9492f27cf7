(* Each rule read both ways: what must hold for a product, and what suffices. *)
From Coq Require Import Arith NArith List Lia Bool.
Require Import Nock.
Open Scope N_scope.

Lemma red_cons : forall a b c d r,
  red a (Cell (Cell b c) d) r <-> exists x y, red a (Cell b c) x /\ red a d y /\ r = Cell x y.
Proof. split; [inversion 1; subst; eauto | intros (x & y & X & Y & ->); now constructor]. Qed.

Lemma red_0 : forall a b r, red a (Cell 0 b) r <-> fas b a = Ok r.
Proof. split; [now inversion 1 | apply R0]. Qed.

Lemma red_1 : forall a b r, red a (Cell 1 b) r <-> r = b.
Proof. split; [now inversion 1 | intros ->; apply R1]. Qed.

Lemma red_4 : forall a b r, red a (Cell 4 b) r <-> exists x, red a b x /\ lus x = Ok r.
Proof. split; [inversion 1; subst; eauto | intros (x & X & L); eapply R4; eauto]. Qed.

Lemma red_5 : forall a b c r, red a [: Atom 5, b, c :] r <-> exists x y, red a b x /\ red a c y /\ r = tis x y.
Proof. split; [inversion 1; subst; eauto | intros (x & y & X & Y & ->); now constructor]. Qed.

Lemma red_7 : forall a b c r, red a [: Atom 7, b, c :] r <-> exists x, red a b x /\ red x c r.
Proof. split; [inversion 1; subst; eauto | intros (x & X & R); eapply R7; eauto]. Qed.

Lemma red_8 : forall a b c r, red a [: Atom 8, b, c :] r <-> exists x, red a b x /\ red (Cell x a) c r.
Proof. split; [inversion 1; subst; eauto | intros (x & X & R); eapply R8; eauto]. Qed.

(* [2 3] has cells nowhere but at its top. *)
Lemma slot_atoms : forall p h t, slot p [: Atom 2, Atom 3 :] = Some (Cell h t) -> p = xH.
Proof.
  induction p as [p IH | p IH |]; intros h t H; auto; exfalso; cbn [slot] in H;
  destruct (slot p _) as [[|h' t']|] eqn:E; try discriminate;
  specialize (IH _ _ eq_refl); subst p; cbn in E; injection E as <- <-; discriminate.
Qed.

(* Rule 6 wants yes or no. *)
Lemma red_6 : forall a b c d r, red a [: Atom 6, b, c, d :] r <->
  (red a b 0 /\ red a c r) \/ (red a b 1 /\ red a d r).
Proof.
  split.
  - inversion 1 as [| | | | | | | ? ? ? ? x y z ? X Y Z R | | | | | |]; subst. clear H.
    apply red_4 in X as (w & W & L). apply red_4 in W as (v & V & K).
    apply red_0 in Y. apply red_0 in Z.
    destruct v as [v|]; [|discriminate]. injection K as <-. injection L as <-.
    destruct v as [|[p|p|]]; cbn [N.succ Pos.succ] in Y.
    + injection Y as <-. injection Z as <-. now left.
    + exfalso. cbn [fas slot lift] in Y.
      destruct (slot (Pos.succ p) _) as [[|h t]|] eqn:E; try discriminate.
      apply slot_atoms in E. destruct p; discriminate.
    + exfalso. cbn [fas slot lift] in Y.
      destruct (slot (Pos.succ p) _) as [[|h t]|] eqn:E; try discriminate.
      apply slot_atoms in E. destruct p; discriminate.
    + injection Y as <-. injection Z as <-. now right.
  - intros [[B C] | [B D]].
    + apply (R6 a b c d 2 2 c r); [| now apply R0 | now apply R0 | exact C].
      apply R4 with 1; [|reflexivity]. now apply R4 with 0.
    + apply (R6 a b c d 3 3 d r); [| now apply R0 | now apply R0 | exact D].
      apply R4 with 2; [|reflexivity]. now apply R4 with 1.
Qed.
