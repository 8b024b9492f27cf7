import { join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type Libc } from '../../jets/index.js'
import { errnoOf, errnoText } from '../supervise/errno.js'
import { type SuperviseError, superviseErrorText } from '../supervise/error.js'
import { makeDirectories } from '../supervise/make-directories.js'
import { type Pipe, openPipe } from '../supervise/pipe.js'
import { type Found } from '../supervision/scan.js'
import { Kept } from './kept.js'
import { link } from './link.js'

/** Where the output of services that have no `log/` is kept, and how much of it. */
export interface KeepSettings {
  readonly directory: string
  /** How long a file becomes, in bytes. */
  readonly size: number
  /** How many older ones are kept. */
  readonly count: number
}

export interface KeeperOptions extends KeepSettings {
  readonly libc: Libc | undefined
  /** Hears that the output of a service cannot be kept now, and why; and that it can again. */
  readonly tell: (service: string, kind: string, message: string) => void
}

/** How long the end waits for a disk that does not take what is left, in milliseconds. */
const PATIENCE = 2_000

/** Keeps what services write, each service in files of its own: `DIRECTORY/NAME/current`, and older ones. */
export class Keeper {
  private readonly options: KeeperOptions
  private readonly open = new Set<Promise<void>>()

  constructor(options: KeeperOptions) {
    this.options = options
  }

  /** Opens the pipe of a service's output, to be kept until the pipe is closed. */
  keep({ name, path }: Found): E.Either<SuperviseError, Pipe> {
    const { libc, directory, size, count, tell } = this.options
    const pipe = openPipe(path, libc)
    if (E.isLeft(pipe)) return pipe
    const { fd } = pipe.right
    const place = join(directory, name)
    const linked = link(path, place)
    if (E.isLeft(linked)) tell(name, 'link', `runock logs cannot find it: ${superviseErrorText(linked.left)}`)
    const kept = new Kept({ fd, directory: place, size, count, tell: (...news) => tell(name, ...news) })
    const close = (): void => {
      const ended = kept.end().finally(() => this.open.delete(ended))
      this.open.add(ended)
    }
    return E.right({ ...pipe.right, isKept: true, close })
  }

  /** Waits until what is left has been written. False: the disk would not take it. */
  async close(): Promise<boolean> {
    const late = new Promise<boolean>((done) => setTimeout(done, PATIENCE, false).unref())
    return Promise.race([Promise.all(this.open).then(() => true), late])
  }
}

/** A keeper, if its directory can be had; or why not. */
export const openKeeper = (options: KeeperOptions): E.Either<string, Keeper> => {
  const directory = resolve(options.directory)
  try {
    makeDirectories(directory)
    return E.right(new Keeper({ ...options, directory }))
  } catch (error) {
    return E.left(`unable to make ${options.directory}: ${errnoText(errnoOf(error))}`)
  }
}
