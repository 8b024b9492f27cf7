/** What can be done with a lesson. */
export const ACTIONS = ['list', 'start', 'check', 'hint', 'solution', 'reset'] as const
