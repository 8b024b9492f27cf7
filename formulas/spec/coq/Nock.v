(* Nock 4K: nouns, the twelve rules as a relation, an evaluator with fuel, and the proofs that the two are one. *)
From Coq Require Import Arith NArith List Lia Bool.
Open Scope N_scope.

(* A noun is an atom or a cell; an atom is a natural number. *)
Inductive noun : Set := Atom (n : N) | Cell (h t : noun).
Coercion Atom : N >-> noun.

(* [a b c] is [a [b c]]. *)
Notation "[: a , .. , b , c :]" := (Cell a .. (Cell b c) ..) (at level 0).

Fixpoint noun_eqb (a b : noun) : bool :=
  match a, b with
  | Atom x, Atom y => N.eqb x y
  | Cell h t, Cell h' t' => noun_eqb h h' && noun_eqb t t'
  | _, _ => false
  end.

Lemma noun_eqb_spec : forall a b, noun_eqb a b = true <-> a = b.
Proof.
  induction a as [x | h IH t IT]; destruct b as [y | h' t']; simpl; split; intro H;
    try discriminate; try (apply N.eqb_eq in H; congruence).
  - injection H as <-; apply N.eqb_refl.
  - apply andb_true_iff in H as [H1 H2]. apply IH in H1; apply IT in H2; congruence.
  - injection H as <- <-; apply andb_true_iff; split; [now apply IH | now apply IT].
Qed.

(* /[1 a] a · /[2 a b] a · /[3 a b] b · /[(a + a) b] /[2 /[a b]] · /[(a + a + 1) b] /[3 /[a b]] *)
Fixpoint slot (p : positive) (a : noun) : option noun :=
  match p with
  | xH => Some a
  | xO q => match slot q a with Some (Cell h _) => Some h | _ => None end
  | xI q => match slot q a with Some (Cell _ t) => Some t | _ => None end
  end.

(* #[1 a b] a · #[(a + a) b c] #[a [b /[(a + a + 1) c]] c] · #[(a + a + 1) b c] #[a [/[(a + a) c] b] c] *)
Fixpoint edit (p : positive) (v a : noun) : option noun :=
  match p with
  | xH => Some v
  | xO q => match slot (xI q) a with Some s => edit q (Cell v s) a | None => None end
  | xI q => match slot (xO q) a with Some s => edit q (Cell s v) a | None => None end
  end.

(* What a run comes to: a product, a crash, or nothing yet when the fuel was too little. *)
Inductive result : Set := Ok (n : noun) | Crash | Fuel.

Definition bind (r : result) (k : noun -> result) : result :=
  match r with Ok n => k n | Crash => Crash | Fuel => Fuel end.
Notation "x <- r ; k" := (bind r (fun x => k)) (at level 80, r at next level, right associativity).

Definition lift (o : option noun) : result := match o with Some n => Ok n | None => Crash end.

(* /[b a] *)
Definition fas (b a : noun) : result := match b with Atom (Npos p) => lift (slot p a) | _ => Crash end.
(* #[b v a] *)
Definition hax (b v a : noun) : result := match b with Atom (Npos p) => lift (edit p v a) | _ => Crash end.
(* ?[a b] 0 · ?a 1 *)
Definition wut (a : noun) : noun := match a with Cell _ _ => Atom 0 | Atom _ => Atom 1 end.
(* +[a b] +[a b] (a crash) · +a 1 + a *)
Definition lus (a : noun) : result := match a with Atom n => Ok (Atom (N.succ n)) | Cell _ _ => Crash end.
(* =[a a] 0 · =[a b] 1 *)
Definition tis (a b : noun) : noun := if noun_eqb a b then Atom 0 else Atom 1.

(* *[a f] reduces to r: the rules, one constructor each, under its line. What no rule reduces has no product. *)
Inductive red : noun -> noun -> noun -> Prop :=
(* *[a [b c] d]        [*[a b c] *[a d]] *)
| RCons a b c d x y : red a (Cell b c) x -> red a d y -> red a (Cell (Cell b c) d) (Cell x y)
(* *[a 0 b]            /[b a] *)
| R0 a b r : fas b a = Ok r -> red a (Cell 0 b) r
(* *[a 1 b]            b *)
| R1 a b : red a (Cell 1 b) b
(* *[a 2 b c]          *[*[a b] *[a c]] *)
| R2 a b c x y r : red a b x -> red a c y -> red x y r -> red a [: Atom 2, b, c :] r
(* *[a 3 b]            ?*[a b] *)
| R3 a b x : red a b x -> red a (Cell 3 b) (wut x)
(* *[a 4 b]            +*[a b] *)
| R4 a b x r : red a b x -> lus x = Ok r -> red a (Cell 4 b) r
(* *[a 5 b c]          =[*[a b] *[a c]] *)
| R5 a b c x y : red a b x -> red a c y -> red a [: Atom 5, b, c :] (tis x y)
(* *[a 6 b c d]        *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]] *)
| R6 a b c d x y z r : red a [: Atom 4, Atom 4, b :] x -> red [: Atom 2, Atom 3 :] (Cell 0 x) y ->
    red (Cell c d) (Cell 0 y) z -> red a z r -> red a [: Atom 6, b, c, d :] r
(* *[a 7 b c]          *[*[a b] c] *)
| R7 a b c x r : red a b x -> red x c r -> red a [: Atom 7, b, c :] r
(* *[a 8 b c]          *[[*[a b] a] c] *)
| R8 a b c x r : red a b x -> red (Cell x a) c r -> red a [: Atom 8, b, c :] r
(* *[a 9 b c]          *[*[a c] 2 [0 1] 0 b] *)
| R9 a b c x r : red a c x -> red x [: Atom 2, Cell 0 1, Atom 0, b :] r -> red a [: Atom 9, b, c :] r
(* *[a 10 [b c] d]     #[b *[a c] *[a d]] *)
| R10 a b c d x y r : red a c x -> red a d y -> hax b x y = Ok r -> red a [: Atom 10, Cell b c, d :] r
(* *[a 11 [b c] d]     *[[*[a c] *[a d]] 0 3] *)
| R11c a b c d x y r : red a c x -> red a d y -> red (Cell x y) (Cell 0 3) r ->
    red a [: Atom 11, Cell b c, d :] r
(* *[a 11 b c]         *[a c] *)
| R11 a b c r : red a c r -> red a [: Atom 11, Atom b, c :] r.

(* The same as a function. Each reduction takes one of fuel from those inside it. *)
Fixpoint nock (fuel : nat) (a f : noun) : result :=
  match fuel with
  | O => Fuel
  | S k =>
    match f with
    | Cell (Cell b c) d => x <- nock k a (Cell b c); y <- nock k a d; Ok (Cell x y)
    | Cell (Atom 0) b => fas b a
    | Cell (Atom 1) b => Ok b
    | Cell (Atom 2) (Cell b c) => x <- nock k a b; y <- nock k a c; nock k x y
    | Cell (Atom 3) b => x <- nock k a b; Ok (wut x)
    | Cell (Atom 4) b => x <- nock k a b; lus x
    | Cell (Atom 5) (Cell b c) => x <- nock k a b; y <- nock k a c; Ok (tis x y)
    | Cell (Atom 6) (Cell b (Cell c d)) =>
        x <- nock k a [: Atom 4, Atom 4, b :];
        y <- nock k [: Atom 2, Atom 3 :] (Cell 0 x);
        z <- nock k (Cell c d) (Cell 0 y);
        nock k a z
    | Cell (Atom 7) (Cell b c) => x <- nock k a b; nock k x c
    | Cell (Atom 8) (Cell b c) => x <- nock k a b; nock k (Cell x a) c
    | Cell (Atom 9) (Cell b c) => x <- nock k a c; nock k x [: Atom 2, Cell 0 1, Atom 0, b :]
    | Cell (Atom 10) (Cell (Cell b c) d) => x <- nock k a c; y <- nock k a d; hax b x y
    | Cell (Atom 11) (Cell (Cell b c) d) => x <- nock k a c; y <- nock k a d; nock k (Cell x y) (Cell 0 3)
    | Cell (Atom 11) (Cell (Atom b) c) => nock k a c
    | _ => Crash
    end
  end.

(* The shape of a formula, to the depth that the evaluator looks. *)
Ltac opcode :=
  repeat match goal with
  | H : context [match ?f with Cell _ _ => _ | Atom _ => _ end] |- _ => is_var f; destruct f
  | H : context [match ?n with N0 => _ | Npos _ => _ end] |- _ => is_var n; destruct n
  | H : context [match ?p with xI _ => _ | xO _ => _ | xH => _ end] |- _ => is_var p; destruct p
  | |- context [match ?f with Cell _ _ => _ | Atom _ => _ end] => is_var f; destruct f
  | |- context [match ?n with N0 => _ | Npos _ => _ end] => is_var n; destruct n
  | |- context [match ?p with xI _ => _ | xO _ => _ | xH => _ end] => is_var p; destruct p
  end.

(* More fuel changes neither a product nor a crash. *)
Theorem fuel_monotone : forall k a f r, nock k a f = r -> r <> Fuel ->
  forall m, (k <= m)%nat -> nock m a f = r.
Proof.
  induction k as [|k IH]; intros a f r H NF m LE; [simpl in H; congruence|].
  destruct m as [|m]; [lia|]. assert (LE' : (k <= m)%nat) by lia.
  assert (same : forall a f, nock k a f <> Fuel -> nock m a f = nock k a f).
  { intros; now apply (IH a0 f0 (nock k a0 f0)). }
  clear IH. subst r. revert NF. cbn [nock].
  opcode; intro NF; try reflexivity;
  repeat match goal with
  | |- context [nock m ?a ?f] =>
      let E := fresh "E" in
      assert (E : nock k a f <> Fuel) by (intro E; apply NF; cbn; rewrite E; reflexivity);
      rewrite (same a f E) in *; clear E;
      destruct (nock k a f) eqn:?; cbn [bind] in *; try reflexivity; try congruence
  end; auto.
Qed.

(* Whatever the fuel, what comes of it is the same, if anything comes of it. *)
Corollary fuel_agrees : forall k m a f, nock k a f <> Fuel -> nock m a f <> Fuel -> nock k a f = nock m a f.
Proof.
  intros k m a f Hk Hm. destruct (Nat.le_ge_cases k m).
  - symmetry; now apply (fuel_monotone k a f).
  - now apply (fuel_monotone m a f).
Qed.

Lemma bind_ok : forall r k n, bind r k = Ok n -> exists x, r = Ok x /\ k x = Ok n.
Proof. destruct r; simpl; intros; try discriminate; eauto. Qed.

(* What the evaluator gives, the rules reduce to. *)
Theorem nock_sound : forall k a f r, nock k a f = Ok r -> red a f r.
Proof.
  induction k as [|k IH]; intros a f r H; [discriminate|].
  cbn [nock] in H. opcode; try discriminate;
  repeat match goal with
  | H : bind _ _ = Ok _ |- _ => apply bind_ok in H as (? & ? & ?)
  | H : Ok _ = Ok _ |- _ => injection H as <-
  | H : nock k _ _ = Ok _ |- _ => apply IH in H
  end; solve [econstructor; eauto].
Qed.

(* What the rules reduce to, the evaluator gives, with fuel enough. *)
Theorem nock_complete : forall a f r, red a f r -> exists k, nock k a f = Ok r.
Proof.
  assert (late : forall a f r, red a f r -> exists k, forall m, (k <= m)%nat -> nock m a f = Ok r).
  { induction 1;
    repeat match goal with H : exists k, forall m, _ |- _ => destruct H as [?k ?H] end;
    match goal with
    | k : nat, l : nat, m : nat, n : nat |- _ => exists (S (k + l + m + n))
    | k : nat, l : nat, m : nat |- _ => exists (S (k + l + m))
    | k : nat, l : nat |- _ => exists (S (k + l))
    | k : nat |- _ => exists (S k)
    | |- _ => exists 1%nat
    end; intros [|fuel] LE; try lia; cbn [nock];
    repeat match goal with E : forall m, _ -> nock m ?a ?f = _ |- context [nock fuel ?a ?f] =>
      rewrite E by lia; cbn [bind] end; auto. }
  intros a f r H. destruct (late a f r H) as [k E]. exists k. now apply E.
Qed.

(* The evaluator and the rules are one. *)
Theorem nock_exact : forall a f r, red a f r <-> exists k, nock k a f = Ok r.
Proof. split; [apply nock_complete | intros [k H]; eapply nock_sound; eauto]. Qed.

(* A formula has one product on a subject, if it has any. *)
Theorem red_deterministic : forall a f r s, red a f r -> red a f s -> r = s.
Proof.
  intros a f r s [k Hk]%nock_complete [m Hm]%nock_complete.
  assert (E : nock k a f = nock m a f) by (apply fuel_agrees; congruence). congruence.
Qed.

(* Where the evaluator crashes, no rule leads to a product. *)
Theorem crash_sound : forall k a f, nock k a f = Crash -> forall r, ~ red a f r.
Proof.
  intros k a f C r [m M]%nock_complete.
  assert (E : nock k a f = nock m a f) by (apply fuel_agrees; congruence). congruence.
Qed.
