import { runNode } from './run-node.ts'
import { runStaticSteps } from './static-steps.ts'
import { runTests } from './vitest-run.ts'
import { toLint, whatChanged } from './what-changed.ts'

/** More database test files than this take longer than somebody waits before a commit. */
const patience = 12

async function reachedDatabaseTests(since: readonly string[]): Promise<string[]> {
  const words = ['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', '--project=db', ...since]
  const { output } = await runNode(words, { quietly: true })
  return output.split('\n').flatMap(line => line.match(/^\[db\] (.+)$/)?.[1] ?? [])
}

// `npm run check`, for before each commit, within a minute: all static steps (the linter over what changed), the pure tests
// that the change can reach, and the database tests that it can reach when they are few. `npm test` runs everything.
const { since, files: changed } = whatChanged()
const failedSteps = await runStaticSteps(toLint(changed))
const pure = await runTests(['unit'], since)
const files = since.length > 0 ? await reachedDatabaseTests(since) : []
const reached = files.length > 0 && files.length <= patience ? await runTests(['db'], files) : { passed: 0, failed: 0 }
if (files.length > patience) {
  console.log(`\nThe change can reach ${files.length} database test files, too many for a check: npm test runs them.`)
}
const failed = pure.failed + reached.failed + failedSteps.length
console.log(`\n${pure.passed + reached.passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
