import { relative, sep } from 'node:path'
import type { RuleTester } from 'oxlint/plugins-dev'

/** The linter does not export the type of a rule by name; its tester's signature does. */
export type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown }>
export type Context = Parameters<NonNullable<Rule['create']>>[0]

/** Path of the file being linted, from the repository's root, with forward slashes. */
export function pathOf(context: Context): string {
  return relative(context.cwd, context.filename).split(sep).join('/')
}

const browserFolder =
  /^(?:platform|modules)\/[^/]+\/(?:ui|office|field|portal)\/|^apps\/(?:office|field|portal)\/|^platform\/ui\//

/** Code that only a browser runs: shared parts and the pages of the three web apps. */
export function isBrowserCode(path: string): boolean {
  return browserFolder.test(path)
}

export function isTest(path: string): boolean {
  return /\.(?:test|spec|stories)\.tsx?$/.test(path) || /^(?:e2e|testkit|bench)\//.test(path)
}
