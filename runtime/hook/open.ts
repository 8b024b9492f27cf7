import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { type Either, left, right } from '../../nock/either.js'
import { hasScript } from '../../jets/os/script.js'
import { whyNot } from '../supervision/why-not.js'
import { Hook, type HookOptions } from './hook.js'

/** The hook of a script, if it can be run; or why it cannot. */
export const openHook = (options: HookOptions): Either<string, Hook> => {
  const file = resolve(options.file)
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true
  return isFile && hasScript(dirname(file), basename(file))
    ? right(new Hook({ ...options, file }))
    : left(whyNot(dirname(file), basename(file), 0))
}
