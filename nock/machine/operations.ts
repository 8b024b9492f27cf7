/**
 * The operations that a formula is compiled to. They work on a stack of nouns and one register, the subject `a`.
 * An operation is one number, its operand the next; K[k] is constant k of the code. Above each the line of the
 * definition that it serves; on its right, what it takes off the stack -> what it puts there.
 *
 * Where the rule ends the formula, its `_TAIL` form follows on without coming back, so a loop needs no stack.
 */

// *[a 0 b]            /[b a]
/** axis         -> /[axis a] */
export const AXIS = 0
/** k            -> /[K[k] a]       an axis of 2^31 or more */
export const BIG_AXIS = 1

// *[a 1 b]            b
/** k            -> K[k] */
export const CONST = 2

// *[a [b c] d]        [*[a b c] *[a d]]
/**       h t    -> [h t] */
export const CONS = 3

// *[a 2 b c]          *[*[a b] *[a c]]
/**       s f    -> *[s f] */
export const NOCK = 4
export const NOCK_TAIL = 5

// *[a 3 b]            ?*[a b]
/**       b      -> ?b */
export const IS_CELL = 6

// *[a 4 b]            +*[a b]
/**       b      -> +b */
export const INCREMENT = 7

// *[a 5 b c]          =[*[a b] *[a c]]
/**       b c    -> =[b c] */
export const EQUAL = 8

// *[a 6 b c d]        *[a *[[c d] 0 *[[2 3] 0 *[a 4 4 b]]]]
/** to    b      ->                 goes on when b is yes, jumps when it is no */
export const TEST = 9

// *[a 7 b c]          *[*[a b] c]
/**       b      -> a               and b is the subject */
export const INTO = 10
/**       b      ->                 b is the subject from here on */
export const INTO_TAIL = 11

// *[a 8 b c]          *[[*[a b] a] c]
/**       b      -> a               and [b a] is the subject */
export const PUSH = 12
/**       b      ->                 [b a] is the subject from here on */
export const PUSH_TAIL = 13

// *[a 9 b c]          *[*[a c] 2 [0 1] 0 b]
/** k     core   -> *[core /[K[k] core]] */
export const CALL = 14
export const CALL_TAIL = 15

// *[a 10 [b c] d]     #[b *[a c] *[a d]]
/** k     v t    -> #[K[k] v t] */
export const EDIT = 16

/** k            no rule takes the formula K[k] */
export const CRASH = 17

/** Every operation up to here is one reduction; those that follow only lead from one to the next. */
export const LAST_REDUCTION = CRASH

/** to           ->                 jumps: the end of 6's c, when d stands behind it */
export const JUMP = 18

/**       a c    -> c               the end of 7 and 8: a is the subject again */
export const BACK = 19

// *[a 11 [b c] d]     *[[*[a c] *[a d]] 0 3]
/**       c      ->                 what a hint computes is thrown away */
export const DROP = 20

/** k            -> *[a K[k].formula]   by the jet, or where the jet gives it back, by the formula */
export const JET = 21
export const JET_TAIL = 22

/** k            -> *[a K[k]]       a part of the formula that has its own code, compiled when it is reached */
export const ENTER = 23
export const ENTER_TAIL = 24

/**       p      the product: back to who called */
export const RETURN = 25

/**              the machine starts, with a call */
export const START = 26
