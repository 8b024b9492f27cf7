import { type StdioOptions, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import { type Death, type Launcher, MARK, type Streams } from '../os/launcher.js'

/** Node's own processes, where koffi has no binary for the machine: slower to start, and orphans are not ours. */
export const portableLauncher = (): Launcher => {
  const dead: [number, Death][] = []
  const callbacks = new Set<() => void>()
  return {
    launch({ program, args, directory: cwd, mark, ...streams }) {
      const opened: number[] = []
      try {
        const child = spawn(program, args.slice(1), {
          cwd,
          env: { ...process.env, ...(mark && { [MARK]: mark.text }) },
          detached: true,
          stdio: openAll(streams, opened),
        })
        const { pid } = child
        if (pid === undefined) {
          child.on('error', () => {}) // why not is found out by a look at the script
          return { pid: 0, errno: 0 }
        }
        child.on('exit', (code, signal) => {
          dead.push([
            pid,
            signal === null
              ? { code: code ?? 0, signal: 0 }
              : { code: -1, signal: constants.signals[signal] },
          ])
          for (const callback of callbacks) callback()
        })
        return { pid, errno: 0 }
      } catch (error) {
        return { pid: 0, errno: Math.abs((error as NodeJS.ErrnoException).errno ?? 0) }
      } finally {
        for (const fd of opened) closeSync(fd)
      }
    },
    kill(pid, signal) {
      try {
        process.kill(pid, signal)
        return 0
      } catch (error) {
        return Math.abs((error as NodeJS.ErrnoException).errno ?? 0)
      }
    },
    deaths: () => dead.splice(0),
    death(pid) {
      const i = dead.findIndex(([died]) => died === pid)
      return i < 0 ? undefined : dead.splice(i, 1)[0]![1]
    },
    onDeath(callback) {
      callbacks.add(callback)
      return () => void callbacks.delete(callback)
    },
  }
}

const openAll = ({ input, output, errors }: Streams, opened: number[]): StdioOptions => {
  const open = (path: string | 0 | undefined, flags: string): number | undefined => {
    if (path === undefined || path === 0) return path
    opened.push(openSync(path, flags))
    return opened.at(-1)
  }
  return [open(input, 'r') ?? 'ignore', open(output, 'r+') ?? 'inherit', open(errors, 'r+') ?? 'inherit']
}
