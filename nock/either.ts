/**
 * A value or the reason why there is none, in fp-ts's own shape: what `nock/` gives out goes straight into
 * `pipe(…, E.map(…))`, yet `nock/` itself depends on nothing.
 */
export type Either<E, A> = Left<E> | Right<A>

export interface Left<E> {
  readonly _tag: 'Left'
  readonly left: E
}

export interface Right<A> {
  readonly _tag: 'Right'
  readonly right: A
}

export const left = <E>(e: E): Left<E> => ({ _tag: 'Left', left: e })

export const right = <A>(a: A): Right<A> => ({ _tag: 'Right', right: a })
