(* The evaluator of Nock.v as OCaml: the oracle that the interpreters are held against. *)
From Coq Require Import ExtrOcamlBasic.
Require Import Nock.
Extraction Language OCaml.
Extraction "oracle.ml" nock.
