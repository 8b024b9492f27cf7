import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type RequestOptions, createServer, request } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SLEEPS, type Tree, signal, supervise } from '../_kit/supervised.js'
import { temporary } from '../_kit/temporary.js'

interface Answer {
  readonly code: number
  readonly type: string | undefined
  readonly text: string
}

const ask = (where: RequestOptions): Promise<Answer> =>
  new Promise((done, failed) => {
    request({ agent: false, ...where }, (answer: IncomingMessage) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => done({ code: answer.statusCode!, type: answer.headers['content-type'], text }))
    })
      .on('error', failed)
      .end()
  })

/** Asks again until an answer is as wanted. */
const asked = async (where: RequestOptions, isRight: (answer: Answer) => boolean): Promise<Answer> => {
  const end = performance.now() + 30_000
  for (;;) {
    const answer = await ask(where)
    if (isRight(answer)) return answer
    if (performance.now() > end) throw new Error(`after 30 s it is still: ${answer.code} ${answer.text}`)
    await new Promise((next) => setTimeout(next, 20))
  }
}

/** Where a tree with `--metrics 0` can be asked. */
const portOf = async (tree: Tree): Promise<{ readonly host: string; readonly port: number }> => {
  const [, port] = await tree.said(/metrics and health at http:\/\/127\.0\.0\.1:(\d+)\/metrics/)
  return { host: '127.0.0.1', port: Number(port) }
}

/** A sample's value. */
const valueOf = ({ text }: Answer, sample: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${sample} `))
  return line === undefined ? undefined : Number(line.slice(sample.length + 1))
}

/** A program that must end by itself. */
const run = (...argv: string[]): Promise<{ code: number | null; stderr: string }> =>
  new Promise((done) => {
    const main = join(import.meta.dirname, '../../.dist/runtime/main.js')
    const child = spawn(process.execPath, [main, ...argv], { stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('close', (code) => done({ code, stderr }))
  })

describe('runock supervise --metrics', () => {
  test('tells of services, restarts, failures and the journal', async () => {
    const journal = join(temporary(), 'journal')
    await using tree = await supervise(
      { web: { run: SLEEPS }, off: { run: SLEEPS, down: '' }, broken: { run: '#!/nowhere\n' } },
      '--metrics',
      '0',
      '--journal',
      journal,
    )
    const metrics = { ...(await portOf(tree)), path: '/metrics' }
    const first = await tree.up('web')
    signal(first, 'SIGKILL')
    await tree.up('web', first)
    const answer = await asked(
      metrics,
      (now) => valueOf(now, 'runock_service_restarts_total{service="web"}') === 1,
    )
    expect(answer.type).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(valueOf(answer, 'runock_services{state="up",want="up"}')).toBe(1)
    expect(valueOf(answer, 'runock_services{state="down",want="up"}')).toBe(1)
    expect(valueOf(answer, 'runock_services{state="down",want="down"}')).toBe(1)
    expect(valueOf(answer, 'runock_service_up{service="web"}')).toBe(1)
    expect(valueOf(answer, 'runock_service_up{service="off"}')).toBe(0)
    expect(valueOf(answer, 'runock_service_restarts_total{service="off"}')).toBe(0)
    expect(valueOf(answer, 'runock_service_start_failures_total{service="broken"}')).toBeGreaterThan(0)
    expect(valueOf(answer, 'runock_service_start_failures_total{service="web"}')).toBe(0)
    expect(valueOf(answer, 'runock_decisions_total')).toBeGreaterThan(3)
    expect(valueOf(answer, 'runock_decisions_failed_total')).toBe(0)
    expect(valueOf(answer, 'runock_journal_lost_lines_total')).toBe(0)
    expect(valueOf(answer, 'runock_journal_waiting_characters')).toBeGreaterThanOrEqual(0)
    expect(valueOf(answer, 'process_resident_memory_bytes')).toBeGreaterThan(0)
    const changed = valueOf(answer, 'runock_service_changed_timestamp_seconds{service="web"}')!
    expect(Math.abs(Date.now() / 1000 - changed)).toBeLessThan(600)
    await asked(metrics, (now) => valueOf(now, 'runock_sweep_duration_seconds_count')! > 0)
    expect((await ask({ ...metrics, path: '/' })).code).toBe(404)
    expect((await ask({ ...metrics, method: 'POST' })).code).toBe(405)
    expect(await ask({ ...metrics, method: 'HEAD' })).toMatchObject({ code: 200, text: '' })
    expect(await tree.end()).toBe(0)
  })

  test('has health on a Unix socket: which services should be up and are not', async () => {
    const socketPath = join(temporary(), 'health.sock')
    await using tree = await supervise({ web: { run: SLEEPS } }, '--metrics', `unix:${socketPath}`)
    await tree.up('web')
    const health = { socketPath, path: '/healthz' }
    const well = await asked(health, ({ code }) => code === 200)
    expect(well.type).toBe('application/json')
    expect(JSON.parse(well.text)).toEqual({ status: 'ok', services: 1, down: [], failing: [] })
    tree.write('broken', { run: '#!/nowhere\n' })
    const ill = await asked(health, ({ code }) => code === 503)
    expect(JSON.parse(ill.text)).toEqual({ status: 'down', services: 2, down: ['broken'], failing: [] })
    tree.control('broken', 'd')
    await asked(health, ({ code }) => code === 200)
    expect(await tree.end()).toBe(0)
    expect(existsSync(socketPath)).toBe(false)
  })

  test('takes the place of a socket that nobody answers on any more, and of nothing else', async () => {
    const directory = temporary()
    const socketPath = join(directory, 'health.sock')
    await using killed = await supervise({}, '--metrics', `unix:${socketPath}`)
    await ask({ socketPath, path: '/healthz' })
    const services = join(directory, 'services')
    mkdirSync(services)
    expect(await run('supervise', '--metrics', `unix:${socketPath}`, services)).toEqual({
      code: 111,
      stderr: `runock supervise: --metrics: ${socketPath} is in use: somebody answers there\n`,
    })
    await killed.end('SIGKILL')
    expect(existsSync(socketPath)).toBe(true)
    await using next = await supervise({}, '--metrics', `unix:${socketPath}`)
    await next.said(/metrics and health at unix:/)
    await asked({ socketPath, path: '/healthz' }, ({ code }) => code === 200)

    const file = join(directory, 'file')
    writeFileSync(file, 'kept')
    expect(await run('supervise', '--metrics', `unix:${file}`, services)).toEqual({
      code: 65,
      stderr: `runock supervise: --metrics: ${file} is there already, and is no socket\n`,
    })
    expect(existsSync(file)).toBe(true)
  })

  test('says when its port is in use, before any service is started', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    try {
      const { port } = server.address() as AddressInfo
      const services = temporary()
      mkdirSync(join(services, 'web'))
      writeFileSync(join(services, 'web/run'), `#!/bin/sh\ntouch ${services}/started\n`, { mode: 0o755 })
      expect(await run('supervise', '--metrics', String(port), services)).toEqual({
        code: 111,
        stderr: `runock supervise: --metrics: port ${port} of 127.0.0.1 is in use: name another\n`,
      })
      expect(existsSync(join(services, 'started'))).toBe(false)
      expect(existsSync(join(services, 'web/supervise'))).toBe(false)
    } finally {
      server.close()
    }
  })

  test('takes loopback addresses only', async () => {
    const { code, stderr } = await run('supervise', '--metrics', '0.0.0.0:9090', temporary())
    expect(code).toBe(64)
    expect(stderr).toContain(
      "--metrics takes PORT, 127.0.0.1:PORT, [::1]:PORT (loopback addresses only) or unix:FILE, not '0.0.0.0:9090'",
    )
  })
})
