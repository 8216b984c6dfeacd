/** Where a file may run. `node` is for code outside the product: tests' scaffolding, benches, tools. */
export type Environment = 'common' | 'server' | 'ui' | 'office' | 'field' | 'portal' | 'node'

export type Place =
  | { kind: 'platform'; part: string; environment: Environment }
  | { kind: 'module'; module: string; environment: Environment; door: Door }
  | { kind: 'app'; app: string; environment: Environment }
  | { kind: 'town' | 'testkit' | 'e2e' | 'bench' | 'tooling' | 'config'; environment: 'server' | 'node' }

/** How a file of a module may be reached from outside it. `routes` is for apps, `testing` for tests and the town. */
export type Door = 'shared' | 'manifest' | 'routes' | 'testing' | 'inside'

/** The folders at the top of the repository; a new one is added here together with its rule. */
export const topFolders = [
  'apps',
  'modules',
  'platform',
  'town',
  'testkit',
  'e2e',
  'bench',
  'tooling',
  'docs',
  'deploy',
]

const inEnvironment = /^(platform|modules)\/([^/]+)\/(common|server|ui|office|field|portal)\/(.+)$/

/** The place of a file in the layer map, or null: a file that has no place is an error. */
export function placeOf(path: string): Place | null {
  const match = inEnvironment.exec(path)
  if (match) {
    const [, kind, name = '', environment = '', rest = ''] = match
    return kind === 'platform'
      ? { kind: 'platform', part: name, environment: environment as Environment }
      : { kind: 'module', module: name, environment: environment as Environment, door: doorOf(environment, rest) }
  }
  const manifest = /^modules\/([^/]+)\/(module|testing)\.ts$/.exec(path)
  if (manifest) {
    const door = manifest[2] === 'module' ? 'manifest' : 'testing'
    return { kind: 'module', module: manifest[1] ?? '', environment: 'server', door }
  }
  // The part called `ui` is browser code as a whole, so its files need no second `ui` folder.
  if (/^platform\/ui\/[^/]+/.test(path)) return { kind: 'platform', part: 'ui', environment: 'ui' }
  if (/^apps\/[^/]+\/[^/]+\.config\.ts$/.test(path)) return { kind: 'config', environment: 'node' }
  const app = /^apps\/(server|office|field|portal)\//.exec(path)
  if (app) return { kind: 'app', app: app[1] ?? '', environment: app[1] as Environment }
  if (path.startsWith('town/')) return { kind: 'town', environment: 'server' }
  const outside = /^(testkit|e2e|bench|tooling)\//.exec(path)
  if (outside) return { kind: outside[1] as 'testkit' | 'e2e' | 'bench' | 'tooling', environment: 'node' }
  return /^[^/]+\.config\.ts$/.test(path) ? { kind: 'config', environment: 'node' } : null
}

function doorOf(environment: string, rest: string): Door {
  const isShared = environment === 'common' || environment === 'server' || environment === 'ui'
  if (isShared) return /^index\.tsx?$/.test(rest) ? 'shared' : 'inside'
  // Pages are the apps' to mount (routes.tsx); parts of the office that pages of higher modules use too have a door.
  if (environment === 'office' && rest === 'index.ts') return 'shared'
  // The same for the phone; kept apart from the pages, so that an app's start does not load what a page of a page needs.
  if (environment === 'field' && rest === 'parts.ts') return 'shared'
  return /^(?:index|routes)\.tsx?$/.test(rest) ? 'routes' : 'inside'
}

export function isTestFile(path: string): boolean {
  return /\.(?:test|spec|stories)\.tsx?$/.test(path)
}
