// The thread of `watchLoading`: what comes too long after a message ends the process, from within the main thread,
// where the engine interrupts whatever runs.
import { closeSync, writeSync } from 'node:fs'
import { Session } from 'node:inspector'
import { parentPort, workerData } from 'node:worker_threads'
import { EXIT } from '../terminal/failure.js'

const patience = workerData as number
let timer: NodeJS.Timeout | undefined

const bark = (path: string): void => {
  const session = new Session()
  if (!('connectToMainThread' in session)) return
  session.connectToMainThread()
  writeSync(2, `runock verify: ${path}: it is not loaded after ${patience / 1000} s\n`)
  closeSync(2) // or Node says there that it waits for a debugger
  session.post('Runtime.evaluate', { expression: `process.reallyExit(${EXIT.data})` })
}

parentPort!.on('message', (path: string) => {
  clearTimeout(timer)
  timer = setTimeout(bark, patience, path)
})
parentPort!.postMessage('here')
