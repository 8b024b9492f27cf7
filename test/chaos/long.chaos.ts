import { expect, test } from 'vitest'
import { chaos } from '../_kit/chaos.js'
import { figuresText } from '../_kit/chaos-figures.js'
import { chaosSeed } from '../_kit/seed.js'

const SECONDS = Number(process.env['RUNOCK_CHAOS_SECONDS'] ?? 120)

test(`chaos for ${SECONDS} s`, { timeout: (SECONDS + 120) * 1000 }, async () => {
  const seed = chaosSeed()
  console.log(`seed ${seed}`)
  const figures = await chaos(SECONDS, seed)
  console.log(figuresText(figures))
  const { duplicates, orphans, lost, wrong } = figures
  expect({ duplicates, orphans, lost, wrong }).toEqual({ duplicates: [], orphans: [], lost: [], wrong: [] })
})
