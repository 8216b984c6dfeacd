import { execFileSync } from 'node:child_process'

export interface Change {
  /** For the test runner, in its own words. */
  readonly since: readonly string[]
  /** Those that are there; null where nothing is to compare with, so that everything counts as changed. */
  readonly files: readonly string[] | null
}

const git = (...words: string[]) =>
  execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const names = (text: string) => text.split('\n').filter(line => line !== '')

/** Since the last commit, or in it when nothing is open. A first commit has nothing before it. */
export function whatChanged(): Change {
  const named = ['diff', '--name-only', '--diff-filter=d'] as const
  try {
    if (git('status', '--porcelain').trim() !== '') {
      const files = [...names(git(...named, 'HEAD')), ...names(git('ls-files', '--others', '--exclude-standard'))]
      return { since: ['--changed'], files }
    }
    return { since: ['--changed', 'HEAD~1'], files: names(git(...named, 'HEAD~1', 'HEAD')) }
  } catch {
    return { since: [], files: null }
  }
}

/** What the linter judges by, besides the files themselves. */
const judgedBy = /^(\.oxlintrc\.json|package-lock\.json|tsconfig.*\.json|tooling\/lint\/.*)$/

/** The files to lint after a change, for a check; null for all. What it does to files that did not change, `npm test` sees. */
export function toLint(files: Change['files']): readonly string[] | null {
  if (files === null || files.some(file => judgedBy.test(file))) return null
  return files.filter(file => /\.(ts|tsx|mjs)$/.test(file))
}
