import { execFileSync } from 'node:child_process'
import { runStaticSteps } from './static-steps.ts'
import { runTests } from './vitest-run.ts'

/** What changed: since the last commit, or in it when nothing is open. A first commit has nothing before it. */
function changedSince(): string[] {
  const git = (...words: string[]) =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    if (git('status', '--porcelain').trim() !== '') return ['--changed']
    git('rev-parse', '--verify', 'HEAD~1')
    return ['--changed', 'HEAD~1']
  } catch {
    return []
  }
}

// `npm run check`, for before each commit: all static steps, all pure tests, and the database tests that the change can
// reach. `npm test` runs everything.
const failedSteps = await runStaticSteps()
const pure = await runTests(['unit'])
const reached = await runTests(['db'], changedSince())
const failed = pure.failed + reached.failed + failedSteps.length
console.log(`\n${pure.passed + reached.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
