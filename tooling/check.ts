import { execFileSync } from 'node:child_process'
import { runNode } from './run-node.ts'
import { runStaticSteps } from './static-steps.ts'
import { runTests } from './vitest-run.ts'

/** More database test files than this take longer than somebody waits before a commit. */
const patience = 12

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

async function reachedDatabaseTests(since: readonly string[]): Promise<string[]> {
  const words = ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--project=db', ...since]
  const { output } = await runNode(words, { quietly: true })
  return output.split('\n').flatMap(line => line.match(/^\[db\] (.+)$/)?.[1] ?? [])
}

// `npm run check`, for before each commit, within a minute: all static steps, the pure tests that the change can reach,
// and the database tests that it can reach when they are few. `npm test` runs everything.
const failedSteps = await runStaticSteps()
const since = changedSince()
const pure = await runTests(['unit'], since)
const files = since.length > 0 ? await reachedDatabaseTests(since) : []
const reached = files.length > 0 && files.length <= patience ? await runTests(['db'], files) : { passed: 0, failed: 0 }
if (files.length > patience) {
  console.log(`\nThe change can reach ${files.length} database test files, too many for a check: npm test runs them.`)
}
const failed = pure.failed + reached.failed + failedSteps.length
console.log(`\n${pure.passed + reached.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
