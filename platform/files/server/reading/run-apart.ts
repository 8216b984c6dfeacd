import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

export interface ApartBounds {
  /** Of the whole process. */
  readonly memoryBytes: number
  /** By the clock. */
  readonly milliseconds: number
  readonly answerBytes: number
}

const lookEveryMilliseconds = 25
const root = join(import.meta.dirname, '../../../..')

/** It may read our code and the libraries', and no other file; it may write nothing, start nothing, make no code of texts. */
const flags = [
  '--permission',
  ...['platform', 'node_modules', 'package.json'].map(part => `--allow-fs-read=${join(root, part)}`),
  ...['--disallow-code-generation-from-strings', '--max-old-space-size=256', '--no-warnings'],
]

/**
 * Runs a script in a process of its own with bounds, and answers with what it wrote; null when it went past them and was
 * ended, or broke under what it was given. An error is thrown when it could not run at all.
 */
export function runApart(
  script: string,
  { words, input }: { readonly words: readonly string[]; readonly input: Buffer },
  bounds: ApartBounds,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, script, ...words], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Nothing of our own surroundings: no address of a database, no keys.
      env: {},
    })
    const { pid } = child
    let isPast = false
    const end = () => {
      isPast = true
      child.kill('SIGKILL')
    }
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
    const clock = setTimeout(end, bounds.milliseconds)
    const watch = setInterval(() => {
      if (pid !== undefined && residentBytes(pid) > bounds.memoryBytes) end()
    }, lookEveryMilliseconds)
    const stop = () => {
      clearTimeout(clock)
      clearInterval(watch)
    }
    const pieces: Buffer[] = []
    let length = 0
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > bounds.answerBytes) end()
      else pieces.push(piece)
    })
    child.on('error', error => {
      stop()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stop()
      if (isPast || signal !== null) return resolve(null)
      if (code !== 0) return reject(new Error(`${script} ended with ${code}`))
      return resolve(Buffer.concat(pieces).toString('utf8'))
    })
    // One that ends early does not take the rest.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Where there is no /proc the heap of the process is bounded all the same, by its own flag. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096
  } catch {
    return 0
  }
}
