/** A run script that writes down the signals it gets, and outlives them; with a child in its process group. */
export const deafTo = (...signals: readonly string[]): string =>
  `#!/bin/sh
${signals.map((name) => `trap 'echo ${name} >> log' ${name}`).join('\n')}
sleep 1000 &
echo $! >> children
echo ready >> log
while :; do wait; done
`
