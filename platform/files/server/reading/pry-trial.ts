import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

// For the test of `run-apart.ts`: tries what nobody who reads a paper has to do, and says what was refused.
const tries: Record<string, () => unknown> = {
  read: () => readFileSync('/etc/passwd'),
  write: () => writeFileSync(`${import.meta.dirname}/written`, 'x'),
  start: () => spawnSync('/bin/true'),
  // oxlint-disable-next-line typescript/no-implied-eval -- that this is refused is what is looked at
  evaluate: () => new Function('return 1')(),
}
const refused = Object.entries(tries).flatMap(([name, attempt]) => {
  try {
    attempt()
    return []
  } catch {
    return [name]
  }
})
process.stdout.write(JSON.stringify({ refused, surroundings: Object.keys(process.env) }))
