import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../.dist/runtime/main.js', import.meta.url))

/** What a run of the built program took. */
export interface Measured {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The most memory that it had at once, in bytes, of the whole process. */
  readonly memory: number
  /** In seconds: of the clock, and of a processor. */
  readonly seconds: number
  readonly cpu: number
}

/** Run by Node before the program: at its end it tells what it took, on a descriptor of its own. */
const TELL = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{
const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();
writeSync(3,JSON.stringify([maxRSS*1024,(userCPUTime+systemCPUTime)/1e6]))})`.replaceAll('\n', '')

/**
 * Runs `runock` with these words, and measures it.
 *
 * @param flags for Node: `--max-old-space-size=128`, say
 */
export const measured = (words: readonly string[], flags: readonly string[] = []): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [...flags, '--import', TELL, MAIN, ...words], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    })
    const [out, err, took] = [1, 2, 3].map((fd) => {
      const chunks: Buffer[] = []
      child.stdio[fd]!.on('data', (chunk: Buffer) => chunks.push(chunk))
      return chunks
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const seconds = (performance.now() - began) / 1000
      const [memory, cpu] = JSON.parse(Buffer.concat(took!).toString() || '[0, 0]') as [number, number]
      const [stdout, stderr] = [out!, err!].map((chunks) => Buffer.concat(chunks).toString())
      resolve({ code, stdout: stdout!, stderr: stderr!, memory, seconds, cpu })
    })
  })
