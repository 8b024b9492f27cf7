import { left, right } from '../../nock/either.js'
import { nearest } from '../../nock/nearest.js'
import { EXIT, misused } from '../terminal/failure.js'
import { print, quoted } from '../terminal/terminal.js'
import { define } from './define.js'

const SHELLS = ['bash', 'zsh', 'fish'] as const

export const command = define({
  name: 'completion',
  about:
    "A script that has a shell complete runock's command lines: commands, options, their values, and the\n" +
    'services in $SVDIR. It is made of what the commands themselves say, and starts nothing when it\ncompletes.',
  examples: [
    ["echo 'source <(runock completion bash)' >> ~/.bashrc", 'for bash'],
    ["echo 'source <(runock completion zsh)' >> ~/.zshrc", 'for zsh, behind compinit'],
    ['runock completion fish > ~/.config/fish/completions/runock.fish', 'for fish'],
  ],
  positionals: { shell: { about: SHELLS.join(', '), completes: SHELLS } },
  options: {},
  run: async ({ shell: word }) => {
    const shell = SHELLS.find((one) => one === word)
    if (shell === undefined) {
      const meant = nearest(word, SHELLS)
      return left(
        misused(
          `no completion for ${quoted(word)}; ${meant ? `did you mean ${meant}?` : `there are ${SHELLS.join(', ')}`}`,
        ),
      )
    }
    const { completedCommands } = await import('../completion/commands.js')
    const { table } = await import('./table.js')
    const commands = await completedCommands(table)
    print((await scriptOf(shell))(commands))
    return right(EXIT.ok)
  },
})

const scriptOf = async (shell: (typeof SHELLS)[number]) => {
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.js')).bashCompletion
    case 'zsh':
      return (await import('../completion/zsh.js')).zshCompletion
    case 'fish':
      return (await import('../completion/fish.js')).fishCompletion
  }
}
