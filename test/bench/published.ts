// What others reach, as the project's founder measured it: median CPU time in milliseconds, all jets off, one machine.

/** vere, Urbit's runtime in C: by row and size. */
export const VERE: Readonly<Record<string, number>> = {
  'D 1e6': 146,
  'FIB 20': 23,
  'FIB 25': 287,
  'ACK [2 60]': 25,
  'ACK [3 5]': 274,
  'BUILD 1e5': 27,
  'BUILD 1e6': 245,
  'REV 1e5': 16,
  'REV 1e6': 162,
  'LEN 1e6': 196,
  'SUM 1000': 100,
  'EVAL2 1e6': 230,
  'LENDEEP 1e3': 0.1,
  'LENDEEP 1e4': 1.1,
  'LENDEEP 1e6': 96,
  'COPYDEEP 1e6': 136,
  'jam tree 2^20': 1604,
  'jam treeshare 2^20': 114,
  'jam list 1e6': 1687,
  'cue tree 2^20': 1691,
  'cue list 1e6': 1887,
  'mug tree 2^20': 51,
  'mug list 1e6': 29,
  'equal tree 2^20': 1048,
  'equal list 1e6': 1034,
  'cue ivory.pill': 298,
}

/** The naive compiler, and the factor from its time to vere's in one run: by row and size. */
export const NAIVE: Readonly<Record<string, { readonly cpu: number; readonly factor: number }>> = {
  'D 1e6': { cpu: 17, factor: 13.5 },
  'FIB 25': { cpu: 43, factor: 10.4 },
  'ACK [3 5]': { cpu: 29, factor: 13.4 },
  'BUILD 1e6': { cpu: 200, factor: 1.9 },
  'REV 1e6': { cpu: 208, factor: 1.15 },
  'LEN 1e6': { cpu: 29, factor: 7.4 },
  'SUM 1000': { cpu: 22, factor: 7.2 },
  'EVAL2 1e6': { cpu: 27, factor: 10.9 },
}

/** What is known of the nouns: the length of their jams, in bytes, and their mugs. */
export const JAM_BYTES: Readonly<Record<string, number>> = {
  'tree 2^20': 4186078,
  'treeshare 2^20': 6811,
  'list 1e6': 3985702,
  'ivory.pill': 1136643,
}

export const MUGS: Readonly<Record<string, number>> = {
  'tree 2^20': 0x293b3cfe,
  'list 1e6': 0x54239702,
  'ivory.pill': 0x2a2274c9,
}
