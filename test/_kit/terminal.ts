import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { until } from './supervised.js'

/** A screen of 60 columns and 6 lines, in a terminal that `script` gives it. */
export class Terminal implements Disposable {
  shown = ''
  readonly ended: Promise<number | null>
  private readonly child: ChildProcess

  constructor(command: string, env: NodeJS.ProcessEnv) {
    this.child = spawn('script', ['-qec', `stty cols 60 rows 6; tty; exec ${command}`, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm', ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    this.child.stdout!.on('data', (chunk: Buffer) => (this.shown += chunk.toString()))
    this.ended = new Promise((done) => this.child.on('close', done))
  }

  type(keys: string): void {
    this.child.stdin!.write(keys)
  }

  resize(columns: number, lines: number): void {
    const [tty] = /\/dev\/pts\/\d+/.exec(this.shown)!
    execFileSync('stty', ['-F', tty, 'cols', String(columns), 'rows', String(lines)])
  }

  /** The lines of the last picture that was drawn whole, if it is as wanted. */
  async picture(isRight: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
    return until(`a picture, there is: ${JSON.stringify(this.shown.slice(-500))}`, () => {
      const whole = this.shown.split('\x1b[H').findLast((one) => one.endsWith('\x1b[J'))
      const lines = whole
        ?.slice(0, -'\x1b[J'.length)
        .split(/\r*\n/)
        .map((line) => line.replace('\x1b[K', ''))
      return lines !== undefined && isRight(lines) && lines
    })
  }

  [Symbol.dispose](): void {
    this.child.kill('SIGKILL')
  }
}
