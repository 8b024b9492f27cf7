import { type Launcher } from '../os/launcher.js'
import { loadLibc } from '../os/libc.js'
import { nativeLauncher } from '../os/native.js'
import { portableLauncher } from './portable.js'

/** The best way of starting processes that there is on this machine. */
export const launcher = (libc = loadLibc()): Launcher =>
  libc === undefined ? portableLauncher() : nativeLauncher(libc)
