import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { type Registry } from 'prom-client'
import { type Either, left, right } from '../../nock/either.js'
import { type Recorder } from '../supervision/recorder.js'
import { type Failure } from '../terminal/failure.js'
import { type Standing } from '../supervision/standing.js'
import { type Phase, healthOf } from './health.js'
import { listen } from './listen.js'
import { type Place, placeText } from './place.js'
import { type Measured, registryOf } from './registry.js'
import { Tally } from './tally.js'

/** Metrics that can be asked for. */
export interface Metrics {
  readonly recorder: Recorder
  /** Where, for people. */
  readonly at: string
  /** From here on there is something to tell. */
  watch(supervised: Omit<Measured, 'tally'>): void
  /** Every service was looked at, and that took so many milliseconds. */
  swept(milliseconds: number): void
  /** How far it is now; `starting` at first. */
  enter(phase: Phase): void
  close(): Promise<void>
}

/** Connections at a time: each takes a descriptor from the services. */
const MOST = 16

/**
 * Serves `/metrics`, as Prometheus reads them, and `/healthz`: 200 while every service that should be up is, else 503.
 *
 * @param tell hears of an error later on
 * @returns or why nothing can listen there
 */
export const openMetrics = async (
  place: Place,
  tell: (message: string) => void,
): Promise<Either<Failure, Metrics>> => {
  const tally = new Tally()
  let standings: () => Iterable<Standing> = () => []
  let made: ReturnType<typeof registryOf> | undefined
  let swept = performance.now()
  let phase: Phase = 'starting'

  const answer = async ({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path] = url!.split('?')
    if (path !== '/metrics' && path !== '/healthz')
      return reply(response, 404, TEXT, 'GET /metrics or /healthz\n')
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return reply(response, 405, TEXT, 'GET only\n')
    }
    if (path === '/metrics') {
      if (made === undefined) return reply(response, 503, TEXT, 'starting\n')
      return reply(response, 200, made.registry.contentType, await textOf(made.registry))
    }
    const health = healthOf({
      standings: standings(),
      isFailing: ({ service }) => tally.services.get(service.name)?.isFailing === true,
      sinceSweep: performance.now() - swept,
      phase,
    })
    reply(response, health.status === 'ok' ? 200 : 503, 'application/json', JSON.stringify(health) + '\n')
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      tell(`the metrics: ${String(error)}`)
      response.destroy()
    })
  })
  server.maxConnections = MOST
  const there = await listen(server, place)
  if (there._tag === 'Left') return left(there.left)
  server.on('error', (error) => tell(`the metrics: ${error.message}`))
  return right({
    recorder: tally,
    at: placeText(there.right),
    watch(supervised) {
      standings = supervised.standings
      made = registryOf({ ...supervised, tally })
    },
    swept(milliseconds) {
      swept = performance.now()
      made?.swept(milliseconds / 1000)
    },
    enter(next) {
      phase = next
      swept = performance.now()
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  })
}

/** One metric at a time, and the services in between: of a thousand, each takes some milliseconds. */
const textOf = async (registry: Registry): Promise<string> => {
  const texts: string[] = []
  for (const { name } of registry.getMetricsAsArray()) {
    texts.push(await registry.getSingleMetricAsString(name))
    await setImmediate()
  }
  return texts.join('\n\n') + '\n'
}

const TEXT = 'text/plain; charset=utf-8'

const reply = (response: ServerResponse, code: number, type: string, body: string): void => {
  response.writeHead(code, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body) // of which HEAD gets none: Node sees to that
}
