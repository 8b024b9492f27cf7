import { expect, test } from 'vitest'
import { type Pulse, STALLED, healthOf } from '../../../runtime/metrics/health.js'
import { type Standing } from '../../../runtime/supervision/standing.js'

const standing = (name: string, state: 0 | 1, wanted: boolean): Standing => ({
  name,
  service: { name, state, pid: state === 0 ? 0 : 42 } as unknown as Standing['service'],
  wanted,
  since: 0,
})

const up = standing('up', 1, true)
const toldDown = standing('told', 0, false)
const down = standing('down', 0, true)
const once = standing('once', 1, false)

const pulse = (standings: readonly Standing[], rest: Partial<Pulse> = {}): Pulse => ({
  standings,
  isFailing: () => false,
  sinceSweep: 0,
  phase: 'running',
  ...rest,
})

test('is well while every service that should be up is', () => {
  expect(healthOf(pulse([up, toldDown, once]))).toEqual({ status: 'ok', services: 3, down: [], failing: [] })
  expect(healthOf(pulse([]))).toMatchObject({ status: 'ok', services: 0 })
})

test('names those that should be up and are not, and those for which nothing can be decided', () => {
  expect(healthOf(pulse([up, down, toldDown]))).toMatchObject({ status: 'down', down: ['down'] })
  expect(healthOf(pulse([up, once], { isFailing: ({ name }) => name === 'up' }))).toMatchObject({
    status: 'down',
    down: [],
    failing: ['up'],
  })
})

test('is not well when no sweep comes any more, before all are taken up, or at the end', () => {
  expect(healthOf(pulse([up], { sinceSweep: STALLED + 1 })).status).toBe('stalled')
  expect(healthOf(pulse([up], { phase: 'starting' })).status).toBe('starting')
  expect(healthOf(pulse([up], { phase: 'ending' })).status).toBe('ending')
})
