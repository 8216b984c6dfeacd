import { describe, expect, it } from 'vitest'
import { countOf, type Report } from './vitest-run.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(each => ({ status: each })),
})
const report = (passed: number, failed: number, ...testResults: Report['testResults'][number][]): Report => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
})

describe('counting a test run', () => {
  it('takes the totals of a green run', () => {
    expect(countOf(report(2, 0, file('passed', 'passed', 'passed')), 0)).toEqual({ passed: 2, failed: 0 })
  })

  it('counts a failed test once, not again for its file', () => {
    expect(countOf(report(1, 1, file('failed', 'passed', 'failed')), 1)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a file that broke before its first test', () => {
    expect(countOf(report(1, 0, file('passed', 'passed'), file('failed')), 1)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a run that ended badly though each test passed', () => {
    expect(countOf(report(1, 0, file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a run that left no report', () => {
    expect(countOf(null, 1)).toEqual({ passed: 0, failed: 1 })
    expect(countOf(null, 0)).toEqual({ passed: 0, failed: 0 })
  })
})
