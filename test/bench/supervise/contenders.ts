import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packageRoot } from '../../../runtime/package.js'

/** One of the supervisors that are measured beside each other. */
export interface Contender {
  readonly name: string
  /** Why it cannot be measured here; undefined when it can. */
  missing(): string | undefined
  /** What a service directory of it needs besides `run`. */
  readonly files?: Readonly<Record<string, string>>
  /**
   * Starts it.
   *
   * @param directory of its own, where it may keep what it likes
   * @param services the paths of the service directories, all within `directory/services`
   * @returns its first processes; all others descend from those
   */
  start(directory: string, services: readonly string[]): Promise<readonly number[]>
  /** Asks for a service's state, as a command. */
  readonly status?: (service: string) => readonly string[]
  /** It waits a second before it starts a service again, whatever happens: a few kills will do. */
  readonly isSlow?: boolean
  /** The most services that it is measured with. */
  readonly most?: number
}

const started = (child: ChildProcess): number => {
  if (child.pid === undefined) throw new Error(`${child.spawnfile} did not start`)
  return child.pid
}

const inBackground = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number =>
  started(spawn(program, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } }))

const isInstalled = (program: string): boolean => spawnSync(program, ['--help']).error === undefined

const runock = (name: string, ...flags: readonly string[]): Contender => ({
  name,
  missing: () => undefined,
  start: (directory) =>
    Promise.resolve([
      inBackground(process.execPath, [
        ...flags,
        join(packageRoot(), '.dist/runtime/main.js'),
        'supervise',
        join(directory, 'services'),
      ]),
    ]),
  // Debian's `sv`, as a C program, takes a millisecond where one in Node takes forty to start
  status: (service) => [...(isInstalled('sv') ? ['sv'] : OUR_SV), 'status', service],
})

const OUR_SV = [process.execPath, join(packageRoot(), '.dist/runtime/main.js'), 'sv']

/** `runsvdir` takes a thousand services at most, so it takes one for each thousand. */
const runit: Contender = {
  name: 'runit',
  missing: () => (isInstalled('runsvdir') ? undefined : 'apt-get install runit'),
  start(directory, services) {
    const roots: number[] = []
    for (let i = 0; i * 1000 < services.length; i++) {
      const links = join(directory, `links-${i}`)
      mkdirSync(links)
      for (const service of services.slice(i * 1000, (i + 1) * 1000))
        symlinkSync(service, join(links, basename(service)))
      // of a directory that changed in this very second it thinks for a second
      utimesSync(links, new Date(0), new Date(0))
      roots.push(inBackground('runsvdir', [links]))
    }
    return Promise.resolve(roots)
  },
  status: (service) => ['sv', 'status', service],
}

const s6 = (name: string, files: Readonly<Record<string, string>>, isSlow: boolean): Contender => ({
  name,
  missing: () => (isInstalled('s6-svscan') ? undefined : 'apt-get install s6'),
  files,
  isSlow,
  start: (directory, services) =>
    Promise.resolve([
      inBackground('s6-svscan', ['-c', String(services.length + 10), join(directory, 'services')]),
    ]),
  status: (service) => ['s6-svstat', service],
})

const PM2 = process.env['RUNOCK_BENCH_PM2'] ?? ''

const pm2: Contender = {
  name: 'PM2',
  missing: () => (existsSync(join(PM2, 'bin/pm2')) ? undefined : 'RUNOCK_BENCH_PM2 does not say where it is'),
  most: 100,
  start(directory, services) {
    const home = join(directory, 'pm2')
    mkdirSync(home)
    const apps = services.map((cwd) => ({
      name: basename(cwd),
      script: join(cwd, 'run'),
      cwd,
      interpreter: 'none',
      min_uptime: 0,
      max_restarts: 1e9,
      out_file: '/dev/null',
      error_file: '/dev/null',
    }))
    writeFileSync(join(directory, 'pm2.json'), JSON.stringify({ apps }))
    const child = spawn(process.execPath, [join(PM2, 'bin/pm2'), 'start', join(directory, 'pm2.json')], {
      stdio: 'ignore',
      env: { ...process.env, PM2_HOME: home },
    })
    return new Promise((done, fail) =>
      child.on('exit', (code) =>
        code === 0
          ? done([Number(readFileSync(join(home, 'pm2.pid'), 'latin1'))])
          : fail(new Error(`pm2 start ended with ${code}`)),
      ),
    )
  },
}

/** A program for Node that fills a gigabyte of its heap. */
const BALLAST = `data:text/javascript,${encodeURIComponent(
  'globalThis.ballast = Array.from({ length: 131072 }, () => new Array(1024).fill(0.5))',
)}`

export const RUNOCK = runock('runock')
export const RUNIT = runit
export const LADEN = runock('runock, 1 GB of heap', '--max-old-space-size=4000', '--import', BALLAST)

/** Those that are measured with nothing else said. */
export const CONTENDERS: readonly Contender[] = [
  RUNOCK,
  runit,
  s6('s6', {}, true),
  s6('s6 notified', { 'notification-fd': '3\n' }, false),
  pm2,
]
