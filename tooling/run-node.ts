import { spawn } from 'node:child_process'

export type Ended = { code: number; output: string }

/**
 * Runs a script with this same Node and answers when it has ended. `quietly` keeps its output for the caller, so that
 * steps may run side by side and still be read one after the other.
 */
export function runNode(words: readonly string[], { quietly = false } = {}): Promise<Ended> {
  const child = spawn(process.execPath, words, { stdio: quietly ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const pass = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      for (const signal of signals) process.off(signal, pass)
      resolve({ code: code ?? 1, output })
    })
  })
}
