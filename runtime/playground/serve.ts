import { type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { type Either, left, right } from '../../nock/either.js'
import { listen } from '../metrics/listen.js'
import { type Failure } from '../terminal/failure.js'
import { builtPage } from './built.js'
import { POLICY } from './policy.js'

/** The page, being served. */
export interface Served {
  /** Its address, with a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves the page to this machine, and to no other.
 *
 * @param port 0 is whichever is free
 * @returns or why nothing can listen there
 */
export const servePlayground = async (port: number): Promise<Either<Failure, Served>> => {
  const app = new Hono()
  app.use(secureHeaders())
  app.use(async (context, next) => {
    await next()
    context.header('Content-Security-Policy', POLICY)
    context.header('Cache-Control', 'no-cache') // the next runock's page is another one
  })
  app.use(serveStatic({ root: builtPage() }))

  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const there = await listen(server, { _tag: 'Port', host: '127.0.0.1', port })
  if (there._tag === 'Left') return left(there.left)
  const { port: given } = there.right as { readonly port: number }
  return right({
    url: addressOf(given),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  })
}

/** Where the page is served, unless told otherwise. */
export const PORT = 8064

/**
 * The page's address on a port of this machine.
 *
 * @example
 * addressOf(8064) === 'http://127.0.0.1:8064/'
 */
export const addressOf = (port: number): string => `http://127.0.0.1:${port}/`
