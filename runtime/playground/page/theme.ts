import { byId } from './element.js'
import { keep, kept } from './kept.js'

/** Dark or light: as the system has it, until the button says otherwise. */
export const beginTheme = (): void => {
  const button = byId<HTMLButtonElement>('theme')
  const system = matchMedia('(prefers-color-scheme: dark)')
  const chosen = kept('theme')
  let theme = chosen === 'dark' || chosen === 'light' ? chosen : undefined

  const show = (): void => {
    const isDark = (theme ?? (system.matches ? 'dark' : 'light')) === 'dark'
    if (theme === undefined) delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
    button.textContent = isDark ? 'Light' : 'Dark'
  }
  button.addEventListener('click', () => {
    theme = button.textContent === 'Light' ? 'light' : 'dark'
    keep('theme', theme)
    show()
  })
  system.addEventListener('change', show)
  show()
}
