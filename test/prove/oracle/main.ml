(* Evaluates pairs by the evaluator that Nock.v proves right. Its argument is the fuel; each line that it reads is a noun
   [subject formula], and each line that it writes what that comes to: a noun, crash, or fuel.

   A noun is written as what a stack takes: an atom in hexadecimal puts it on top, . makes a cell of the two topmost,
   and @3 puts the fourth cell of the line again, so what is shared is written once. *)
open Oracle

let atom hex =
  let bit n one = match n with
    | N0 -> if one then Npos XH else N0
    | Npos p -> Npos (if one then XI p else XO p) in
  let digit n c =
    let d = Char.code c - if c <= '9' then 48 else 87 in
    List.fold_left (fun n place -> bit n (d land place <> 0)) n [8; 4; 2; 1] in
  Atom (String.fold_left digit N0 hex)

let hex = function
  | N0 -> "0"
  | Npos p ->
    let rec digits p place d out =
      let next p one = 
        let d = if one then d + place else d in
        if place = 8 then digits p 1 0 ("0123456789abcdef".[d] :: out) else digits p (2 * place) d out in
      match p with
      | XH -> "0123456789abcdef".[d + place] :: out
      | XO q -> next q false
      | XI q -> next q true in
    String.of_seq (List.to_seq (digits p 1 0 []))

exception Unreadable of string

let read line =
  let cells = ref [||] and count = ref 0 in
  let remember cell =
    if !count = Array.length !cells then cells := Array.append !cells (Array.make (64 + !count) cell);
    !cells.(!count) <- cell;
    incr count;
    cell in
  let push stack word = match word.[0], stack with
    | '.', t :: h :: rest -> remember (Cell (h, t)) :: rest
    | '@', _ -> !cells.(int_of_string (String.sub word 1 (String.length word - 1))) :: stack
    | ('0' .. '9' | 'a' .. 'f'), _ -> atom word :: stack
    | _ -> raise (Unreadable line) in
  match List.fold_left push [] (String.split_on_char ' ' line) with
  | [noun] -> noun
  | _ -> raise (Unreadable line)

(* By which cell it is, not by what it is. *)
module Seen = Hashtbl.Make (struct
  type t = noun
  let equal = (==)
  let hash = Hashtbl.hash
end)

let write noun =
  let out = Buffer.create 64 and seen = Seen.create 64 in
  let rec put noun = match Seen.find_opt seen noun, noun with
    | Some number, _ -> Buffer.add_string out (" @" ^ string_of_int number)
    | None, Atom n -> Buffer.add_char out ' '; Buffer.add_string out (hex n)
    | None, Cell (h, t) ->
      put h; put t;
      Buffer.add_string out " .";
      Seen.add seen noun (Seen.length seen) in
  put noun;
  Buffer.sub out 1 (Buffer.length out - 1)

let rec nat n fuel = if n = 0 then fuel else nat (n - 1) (S fuel)

let () =
  let fuel = nat (int_of_string Sys.argv.(1)) O in
  try
    while true do
      match read (input_line stdin) with
      | Cell (subject, formula) ->
        print_endline (match nock fuel subject formula with
          | Ok product -> write product
          | Crash -> "crash"
          | Fuel -> "fuel")
      | Atom _ -> print_endline "unread"
    done
  with End_of_file -> ()
