// What others reach: median CPU time in milliseconds, all jets off. Measured on one machine within an hour (2 shared cores,
// 1 December 2026): vere 4.6 (its nouns and its bytecode interpreter, gcc -O3, nine runs of each row in a process of its
// own; jam by the faster of its two ways, cue by the one that begins with nothing), and the naive compiler.

/** vere, Urbit's runtime in C: by row and size. */
export const VERE: Readonly<Record<string, number>> = {
  'D 1e6': 92.9,
  'FIB 20': 18.9,
  'FIB 25': 220,
  'ACK [2 60]': 23.1,
  'ACK [3 5]': 224,
  'BUILD 1e5': 20.6,
  'BUILD 1e6': 202,
  'REV 1e5': 15.7,
  'REV 1e6': 149,
  'LEN 1e6': 119,
  'SUM 1000': 69.7,
  'EVAL2 1e6': 190,
  'LENDEEP 1e3': 0.096,
  'LENDEEP 1e4': 1.07,
  'LENDEEP 1e6': 68.9,
  'COPYDEEP 1e6': 99.0,
  'jam tree 2^20': 1825,
  'jam treeshare 2^20': 95.3,
  'jam list 1e6': 1649,
  'cue tree 2^20': 1600,
  'cue list 1e6': 1408,
  'mug tree 2^20': 42.7,
  'mug list 1e6': 26.4,
  'equal tree 2^20': 1008,
  'equal list 1e6': 993,
  'cue ivory.pill': 195,
}

/** The naive compiler; and the founder's factor from its time to vere's in one run on another machine: by row and size. */
export const NAIVE: Readonly<Record<string, { readonly cpu: number; readonly factor: number }>> = {
  'D 1e6': { cpu: 9.41, factor: 13.5 },
  'FIB 25': { cpu: 20.3, factor: 10.4 },
  'ACK [3 5]': { cpu: 18.8, factor: 13.4 },
  'BUILD 1e6': { cpu: 135, factor: 1.9 },
  'REV 1e6': { cpu: 97.5, factor: 1.15 },
  'LEN 1e6': { cpu: 11.7, factor: 7.4 },
  'SUM 1000': { cpu: 7.75, factor: 7.2 },
  'EVAL2 1e6': { cpu: 10.2, factor: 10.9 },
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
