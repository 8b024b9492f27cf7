import { type Cell, type Noun } from './noun.js'

/**
 * Native code that stands for a formula. The law: *a jet agrees with its formula wherever the formula has a value;
 * only where the formula crashes may it do more.*
 */
export interface Jet {
  readonly name: string
  readonly formula: Cell
  /**
   * The formula's product on this subject, or undefined when the formula itself is to say. Throws `Crashed` where it
   * knows that the formula has no value.
   */
  run(subject: Noun): Noun | undefined
}

/**
 * A set of jets, as the machine looks them up when it compiles a formula: by the formula alone, never by its name
 * or place. One set has one identity, under which the machine keeps the code that it compiled.
 */
export interface Jets {
  find(formula: Cell): Jet | undefined
}
