import { isTestFile, type Environment, type Place } from './places.ts'

/** Which environments each one may import: upwards never, sideways never. */
const reaches: Readonly<Record<Environment, readonly Environment[]>> = {
  common: ['common'],
  server: ['common', 'server'],
  ui: ['common', 'ui'],
  office: ['common', 'ui', 'office'],
  field: ['common', 'ui', 'field'],
  portal: ['common', 'ui', 'portal'],
  node: ['common', 'server', 'ui', 'office', 'field', 'portal', 'node'],
}

export type UsesByModule = Readonly<Record<string, readonly string[]>>
type Crossing = { from: Place; to: Place; fromPath: string; uses: UsesByModule }

/** Why this import may not be, with what to do instead; null when it may. */
export function borderProblem(crossing: Crossing): string | null {
  return environmentProblem(crossing) ?? kindProblem(crossing) ?? moduleProblem(crossing)
}

function environmentProblem({ from, to, fromPath }: Crossing): string | null {
  if (reaches[from.environment].includes(to.environment)) return null
  if (to.environment === 'node') {
    const isTester = isTestFile(fromPath) || isTestingDoor(from)
    if (isTester && (to.kind === 'testkit' || to.kind === 'e2e')) return null
    return `the product must not need ${to.kind}/: put what both need into the product (platform/ or town/) and let ${to.kind}/ import it.`
  }
  if (from.environment === 'common') {
    return `common code runs everywhere, so it may import common code only: move the pure part of the target into a common/ folder, or take what it gives as an argument.`
  }
  return `${from.environment} code cannot run ${to.environment} code: move what both need into common/ (pure) or ui/ (browser parts), or ask over the contract.`
}

function kindProblem({ from, to, fromPath }: Crossing): string | null {
  if (from.environment === 'node') return null
  if (from.kind === 'platform' && to.kind === 'module') {
    return `platform knows no module: let the module hand this over in its manifest (module.ts) or as an argument.`
  }
  if (to.kind === 'app') {
    if (from.kind === 'app' && from.app === to.app) return null
    if (from.kind === 'town') return null
    const isTester = isTestFile(fromPath) || isTestingDoor(from)
    if (isTester && to.app === 'server') return null
    return `apps put the parts together and are imported by nobody: move the shared piece into platform/ or into the module that owns it.`
  }
  if (to.kind === 'town' && (from.kind === 'platform' || from.kind === 'module')) {
    if (isTestFile(fromPath) || isTestingDoor(from)) return null
    return `the made-up town is data for the demo and for tests; product code must work without it: let town/ import you.`
  }
  return null
}

function moduleProblem({ from, to, fromPath, uses }: Crossing): string | null {
  if (to.kind !== 'module') return null
  if (from.kind === 'module') {
    if (from.module === to.module) return sameModuleProblem(from, to, fromPath)
    if (to.door === 'testing' && (isTestFile(fromPath) || isTestingDoor(from))) return null
    if (!uses[from.module]?.includes(to.module)) {
      return `${from.module} does not declare that it uses ${to.module}: add it in modules/layers.json if the arrow is right, else turn it round (an event, a manifest entry).`
    }
    return to.door === 'shared' ? null : insideProblem(to.module)
  }
  if (to.door === 'shared' || to.door === 'manifest') return null
  if (to.door === 'routes') return from.kind === 'app' || from.environment === 'node' ? null : insideProblem(to.module)
  if (to.door === 'testing') {
    if (from.kind === 'town' || from.environment === 'node' || isTestFile(fromPath)) return null
    return `testing.ts holds verbs for tests and the town; the product calls the module through its doors (common/index.ts, server/index.ts).`
  }
  return insideProblem(to.module)
}

function sameModuleProblem(from: Place, to: Place, fromPath: string): string | null {
  if (to.kind !== 'module' || to.door !== 'testing' || isTestFile(fromPath) || isTestingDoor(from)) return null
  return `testing.ts holds verbs for tests; product code must not call it: call the command or the store it stands for.`
}

function insideProblem(module: string): string {
  return `that is the inside of ${module}: import from its door (#modules/${module}/common/index.ts, server/index.ts, ui/index.ts, office/index.ts for office pages, or field/parts.ts for pages of the phone) and add the name there if it is meant for others.`
}

function isTestingDoor(place: Place): boolean {
  return place.kind === 'module' && place.door === 'testing'
}
