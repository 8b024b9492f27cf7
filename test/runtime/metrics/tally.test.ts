import { decision } from '../../_kit/decision.js'
import { expect, test } from 'vitest'
import { Cell, cord } from '../../../nock/index.js'
import { Tally } from '../../../runtime/metrics/tally.js'
import { type Service, down } from '../../../runtime/supervision/service.js'

const web = cord('web')
const up = (pid: number): Service => ({ name: web, state: 1, pid })
const spawned = (pid: number): Cell => new Cell(new Cell(cord('spawn'), web), pid)

test('counts starts, failures to start, decisions and those that failed', () => {
  const tally = new Tally()
  tally.took(down(web), 'new')
  tally.decided(decision(down(web), down(web), { tape: [spawned(0)] }))
  tally.decided(decision(down(web), up(7), { tape: [spawned(7)] }))
  tally.decided(decision(up(7), up(7)))
  tally.decided(decision(up(7), up(8), { tape: [spawned(8)] }))
  tally.decided(decision(up(8), up(8), { failure: { why: 'product', message: '' } }))
  expect(tally).toMatchObject({ decisions: 5, failed: 1 })
  expect(tally.services.get(web)).toEqual({ starts: 2, startFailures: 1, isFailing: true })
  tally.decided(decision(up(8), up(8)))
  expect(tally.services.get(web)!.isFailing).toBe(false)
  tally.left(up(8))
  expect(tally.services.size).toBe(0)
})

test('a process that was taken over was started before', () => {
  const tally = new Tally()
  tally.took(up(7), 'adopted')
  tally.decided(decision(up(7), up(8)))
  expect(tally.services.get(web)!.starts).toBe(2)
})
