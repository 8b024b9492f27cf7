import { type Launcher } from './launcher.js'
import { loadLibc } from './libc.js'
import { nativeLauncher } from './native.js'
import { portableLauncher } from './portable.js'

/** The best way of starting processes that there is on this machine. */
export const launcher = (libc = loadLibc()): Launcher =>
  libc === undefined ? portableLauncher() : nativeLauncher(libc)
