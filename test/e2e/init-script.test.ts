import { execFile } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'vitest'
import { makeService, temporaryDirectory, until } from '../runtime/supervise/service.js'
import { HAS_RUNIT, startRunsv, statusOf } from '../runtime/sv/runit.js'

// A link by a service's name is its init script: one to Debian's `sv`, and one to ours.

const PROGRAM = resolve(import.meta.dirname, '../../.dist/runtime/main.js')

const run = (services: string, file: string, args: readonly string[]): Promise<string> =>
  new Promise((done) => {
    const env = { PATH: process.env['PATH'], SVDIR: services }
    execFile(file, args, { env }, (error, stdout) => {
      const text = stdout.replace(/pid \d+/g, 'pid N').replace(/ \d+s/g, ' Ns')
      done(`${text}= ${error === null ? 0 : error.code}`)
    })
  })

const clients = {
  debian: { target: '/usr/bin/sv', by: (link: string) => [link] as const },
  // as its first line has it called, though what the tests have is not executable
  ours: { target: PROGRAM, by: (link: string) => [process.execPath, link] as const },
}

describe.skipIf(!HAS_RUNIT)('an init script', () => {
  test('says and ends as Debian’s, whatever the service is', async ({ expect, onTestFinished }) => {
    const said = async ({ target, by }: (typeof clients)['debian' | 'ours']): Promise<readonly string[]> => {
      const services = temporaryDirectory(onTestFinished)
      const links = temporaryDirectory(onTestFinished)
      const lines: string[] = []
      const call = async (name: string, ...argv: readonly string[]): Promise<void> => {
        const [file, ...first] = by(join(links, name))
        lines.push(`${name} ${argv.join(' ')}`, await run(services, file, [...first, ...argv]))
      }
      for (const name of ['web', 'nobody', 'none']) symlinkSync(target, join(links, name))
      for (const name of ['web', 'nobody'])
        makeService(join(services, name), { run: '#!/bin/sh\nexec sleep 1000\n' })
      await startRunsv(join(services, 'web'), onTestFinished)
      await until(() => statusOf(join(services, 'web'))!.pid !== 0)

      for (const command of ['start', 'status', 'stop', 'status', 'start', 'restart', 's', 'nonsense'])
        await call('web', command)
      await call('web')
      for (const name of ['nobody', 'none'])
        for (const command of ['status', 'start']) await call(name, command)
      return lines
    }
    const [debian, ours] = await Promise.all([said(clients.debian), said(clients.ours)])
    expect(ours).toEqual(debian)
  })
})
