import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runNode } from './run-node.ts'

export type Count = { passed: number; failed: number }

/** The part of vitest's JSON report that we read. */
export type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: readonly { name: string; status: string; assertionResults: readonly { status: string }[] }[]
}

const resultFolder = '.wangge/test-results'

/** Runs the tests of these projects and counts them from vitest's own report. */
export async function runTests(projects: readonly string[], words: readonly string[] = []): Promise<Count> {
  const file = `${resultFolder}/${projects.join('-')}.json`
  mkdirSync(resultFolder, { recursive: true })
  rmSync(file, { force: true })
  const { code } = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.map(project => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--passWithNoTests',
    ...words,
  ])
  return countOf(readReport(file), code)
}

/**
 * Passed and failed tests of a run. A file that failed before its first test counts as one failure, and so does a run
 * that ended badly without naming a test: a broken run must never look like a green one.
 */
export function countOf(report: Report | null, exitCode: number): Count {
  if (!report) return { passed: 0, failed: exitCode === 0 ? 0 : 1 }
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  const failed = report.numFailedTests + brokenFiles.length
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}
