import { type Cell } from './noun.js'

/** A cell's mug if it was asked for before, otherwise 0. */
export const knownMug = ({ memo }: Cell): number => (typeof memo === 'number' ? memo : memo.mug)

/** Lets a cell remember its mug. */
export const setMug = (cell: Cell, mug: number): void => {
  if (typeof cell.memo === 'number') cell.memo = mug
  else cell.memo.mug = mug
}
