import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { type Standing } from '../supervision/standing.js'
import { type Tally } from './tally.js'

/** What the metrics are made of, each time that somebody asks. */
export interface Measured {
  readonly tally: Tally
  readonly standings: () => Iterable<Standing>
  /** Of the journal, if there is one: characters that wait to be written, and lines that were lost. */
  readonly journal: (() => { readonly waiting: number; readonly lost: number }) | undefined
}

const SERVICE = ['service'] as const

/** A registry of prom-client's with everything that a supervisor tells, and how to add the length of a sweep. */
export const registryOf = ({
  tally,
  standings,
  journal,
}: Measured): { readonly registry: Registry; readonly swept: (seconds: number) => void } => {
  const registry = new Registry()
  const registers = [registry]
  // looks at the loop once a second: a hundred times, as it would by itself, costs an idle supervisor most
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 1000 })

  new Gauge({
    name: 'runock_services',
    help: 'Services, by their state and by what is wanted of them.',
    labelNames: ['state', 'want'] as const,
    registers,
    collect() {
      const count = { 'up up': 0, 'up down': 0, 'down up': 0, 'down down': 0 }
      for (const { service, wanted } of standings()) {
        count[`${service.state === 1 ? 'up' : 'down'} ${wanted ? 'up' : 'down'}`]++
      }
      for (const [key, value] of Object.entries(count)) {
        const [state, want] = key.split(' ') as [string, string]
        this.set({ state, want }, value)
      }
    },
  })
  new Gauge({
    name: 'runock_service_up',
    help: 'Whether a service is up.',
    labelNames: SERVICE,
    registers,
    collect() {
      this.reset() // some may have left
      for (const { name, service } of standings()) this.set({ service: name }, service.state)
    },
  })
  new Gauge({
    name: 'runock_service_changed_timestamp_seconds',
    help: 'When a service last came up, went down or was restarted, Unix time.',
    labelNames: SERVICE,
    registers,
    collect() {
      this.reset()
      for (const { name, since } of standings()) this.set({ service: name }, since / 1000)
    },
  })
  new Counter({
    name: 'runock_service_restarts_total',
    help: 'Starts of a service after its first, or after this supervisor took it over.',
    labelNames: SERVICE,
    registers,
    collect() {
      this.reset()
      for (const { name, service } of standings()) {
        const starts = tally.services.get(service.name)?.starts ?? 0
        this.inc({ service: name }, Math.max(0, starts - 1))
      }
    },
  })
  new Counter({
    name: 'runock_service_start_failures_total',
    help: 'How often the run script of a service could not be started.',
    labelNames: SERVICE,
    registers,
    collect() {
      this.reset()
      for (const { name, service } of standings()) {
        this.inc({ service: name }, tally.services.get(service.name)?.startFailures ?? 0)
      }
    },
  })
  new Counter({
    name: 'runock_decisions_total',
    help: 'Decisions that were made, those that found all well included.',
    registers,
    collect() {
      this.reset()
      this.inc(tally.decisions - tally.failed)
    },
  })
  new Counter({
    name: 'runock_decisions_failed_total',
    help: 'Decisions that failed: the formula crashed, or its product is no service.',
    registers,
    collect() {
      this.reset()
      this.inc(tally.failed)
    },
  })
  if (journal !== undefined) {
    new Gauge({
      name: 'runock_journal_waiting_characters',
      help: 'What the disk has not taken yet of the journal.',
      registers,
      collect() {
        this.set(journal().waiting)
      },
    })
    new Counter({
      name: 'runock_journal_lost_lines_total',
      help: 'Lines that the journal could not keep, since the disk was full for too long.',
      registers,
      collect() {
        this.reset()
        this.inc(journal().lost)
      },
    })
  }
  const sweeps = new Histogram({
    name: 'runock_sweep_duration_seconds',
    help: 'How long it took to look at every service.',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
    registers,
  })
  return { registry, swept: (seconds) => sweeps.observe(seconds) }
}
