import { execFileSync } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { groupOf, signal, supervise, until } from '../_kit/supervised.js'

const has = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A port of the loopback address that nobody listens on. */
const freePort = async (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

/** What a server answers to a line; undefined while it does not. */
const ask = async (port: number, line: string): Promise<string | undefined> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(line))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => done(undefined))
    socket.on('close', () => done(answer === '' ? undefined : answer))
  })

/** Asks until there is an answer. */
const answer = async (port: number, line: string): Promise<string> => {
  for (let tries = 0; tries < 400; tries++) {
    const text = await ask(port, line)
    if (text !== undefined) return text
    await new Promise((next) => setTimeout(next, 25))
  }
  throw new Error(`port ${port} does not answer`)
}

describe("Debian's servers, from ordinary service directories", () => {
  test.runIf(has('nginx'))('nginx serves, and after kill -9 of its master serves again', async () => {
    const port = await freePort()
    const conf = `daemon off; pid nginx.pid; error_log stderr;
worker_processes 2;
events {}
http { access_log off; server { listen 127.0.0.1:${port}; location / { return 200 "hello\\n"; } } }
`
    await using tree = await supervise({
      nginx: { run: '#!/bin/sh\nexec nginx -e stderr -p "$PWD" -c nginx.conf 2>&1\n', 'nginx.conf': conf },
    })
    const request = 'GET / HTTP/1.0\r\n\r\n'
    expect(await answer(port, request)).toMatch(/200 OK[^]*hello\n$/)
    const master = await tree.up('nginx')
    await until('its workers', () => groupOf(master).length === 3)
    signal(master, 'SIGKILL')
    // its workers go with it, or they would hold the port
    const second = await tree.up('nginx', master)
    expect(groupOf(master)).toEqual([])
    expect(await answer(port, request)).toMatch(/200 OK[^]*hello\n$/)
    await until('its workers', () => groupOf(second).length === 3)
    expect(await tree.end()).toBe(0)
    expect(groupOf(second)).toEqual([])
  })

  test.runIf(has('redis-server'))('redis serves, and after kill -9 serves again', async () => {
    const port = await freePort()
    await using tree = await supervise({
      redis: { run: `#!/bin/sh\nexec redis-server --port ${port} --bind 127.0.0.1 --save "" --dir .\n` },
    })
    expect(await answer(port, 'PING\r\nQUIT\r\n')).toBe('+PONG\r\n+OK\r\n')
    const first = await tree.up('redis')
    signal(first, 'SIGKILL')
    await tree.up('redis', first)
    expect(await answer(port, 'PING\r\nQUIT\r\n')).toBe('+PONG\r\n+OK\r\n')
    expect(await tree.end()).toBe(0)
    expect(tree.processes(true)).toEqual([])
  })
})
