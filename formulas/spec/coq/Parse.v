(* Reads the text of a .nock file, so that the theorems speak of the very files that run. *)
From Coq Require Import NArith List String Ascii.
Require Import Nock.
Import ListNotations.
Open Scope N_scope.

(* A word is the name of a formula that was read before. *)
Inductive token := Open | Close | Number (n : N) | Word (name : string).

(* Where in the text a character stands. Text that is an atom has its first byte least: so the place value of the next. *)
Inductive place := Between | Comment | InNumber (n : N) | InWord (name : string) | InTerm (n value : N) | InCord (n value : N).

Definition code (c : ascii) : N := N_of_ascii c.
Definition is_digit c := andb (48 <=? code c) (code c <=? 57).
Definition is_lower c := andb (97 <=? code c) (code c <=? 122).
Definition is_blank c := orb (code c =? 32) (code c =? 10).
Definition in_name c := orb (is_lower c) (orb (is_digit c) (code c =? 45)).

(* What stood there ends, and is a token if it was one. *)
Definition ended (p : place) (before : list token) : list token :=
  match p with
  | InNumber n | InTerm n _ => Number n :: before
  | InWord name => Word name :: before
  | Between | Comment | InCord _ _ => before
  end.

(* One that belongs to no word: a blank, a bracket, or the ; of a comment. *)
Definition mark (c : ascii) (p : place) (before : list token) : option (place * list token) :=
  if is_blank c then Some (Between, ended p before)
  else if code c =? 59 then Some (Comment, ended p before)
  else if code c =? 91 then Some (Between, Open :: ended p before)
  else if code c =? 93 then Some (Between, Close :: ended p before)
  else None.

Definition begin (c : ascii) (before : list token) : option (place * list token) :=
  if is_digit c then Some (InNumber (code c - 48), before)
  else if is_lower c then Some (InWord (String c EmptyString), before)
  else if code c =? 37 then Some (InTerm 0 1, before)
  else if code c =? 39 then Some (InCord 0 1, before)
  else mark c Between before.

Definition next (c : ascii) (p : place) (before : list token) : option (place * list token) :=
  match p with
  | Between => begin c before
  | Comment => Some (if code c =? 10 then Between else Comment, before)
  | InNumber n =>
      if is_digit c then Some (InNumber (10 * n + (code c - 48)), before)
      else if code c =? 46 then Some (p, before) (* 5.000 is 5000 *)
      else mark c p before
  | InWord name => if in_name c then Some (InWord (name ++ String c EmptyString)%string, before) else mark c p before
  | InTerm n v => if in_name c then Some (InTerm (n + code c * v) (256 * v), before) else mark c p before
  | InCord n v =>
      if code c =? 39 then Some (Between, Number n :: before) else Some (InCord (n + code c * v) (256 * v), before)
  end.

(* The tokens, the last one first. *)
Fixpoint tokens (s : string) (p : place) (before : list token) : option (list token) :=
  match s, p with
  | EmptyString, InCord _ _ => None
  | EmptyString, _ => Some (ended p before)
  | String c rest, _ => match next c p before with Some (q, now) => tokens rest q now | None => None end
  end.

Definition env := list (string * noun).

Fixpoint find (name : string) (e : env) : option noun :=
  match e with
  | [] => None
  | (n, f) :: rest => if String.eqb name n then Some f else find name rest
  end.

(* What stands to the right within the same brackets: nothing, one noun, or a cell of several. *)
Inductive right := Nothing | One (n : noun) | Several (n : noun).

Definition put (n : noun) (r : right) : right :=
  match r with Nothing => One n | One m | Several m => Several (Cell n m) end.

(* From the last token to the first: [a b c] is [a [b c]]. *)
Fixpoint read (e : env) (ts : list token) (r : right) (outer : list right) : option noun :=
  match ts with
  | [] => match r, outer with One n, [] => Some n | _, _ => None end
  | Close :: rest => read e rest Nothing (r :: outer)
  | Number n :: rest => read e rest (put (Atom n) r) outer
  | Word name :: rest => match find name e with Some f => read e rest (put f r) outer | None => None end
  | Open :: rest => match r, outer with Several n, r' :: outer' => read e rest (put n r') outer' | _, _ => None end
  end.

Definition parse (e : env) (s : string) : option noun :=
  match tokens s Between [] with Some ts => read e ts Nothing [] | None => None end.

(* The files in their order: each may name those before it. *)
Fixpoint load (e : env) (files : list (string * string)) : option env :=
  match files with
  | [] => Some e
  | (name, s) :: rest => match parse e s with Some f => load ((name, f) :: e) rest | None => None end
  end.
