import { buildWeb } from './build-web.ts'
import { runStaticSteps } from './static-steps.ts'
import { runTests } from './vitest-run.ts'

// `npm test`: what the code says, then what it does, then what a person sees in a browser.
// Words after `--` are passed to vitest: `npm test -- modules/cases`.
const words = process.argv.slice(2)
const failedSteps = await runStaticSteps()
// Before the tests: one of them weighs what the residents' pages send.
const built = await buildWeb().then(
  () => true,
  (error: unknown) => {
    console.error(error)
    return false
  },
)
const pure = await runTests(['unit', 'db'], words)
// Without pages there is nothing for a browser to look at.
const seen = built ? await runTests(['e2e'], words) : { passed: 0, failed: 1 }

const passed = pure.passed + seen.passed
// Static steps that pass are not counted as tests, but one that fails must show in the last line.
const failed = pure.failed + seen.failed + failedSteps.length
if (failedSteps.length > 0) console.log(`\nfailed before any test: ${failedSteps.join(', ')}`)
if (passed + failed === 0) console.log('\nno test ran, which proves nothing: check the path given after --')
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
