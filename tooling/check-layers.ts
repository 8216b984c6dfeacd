import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { borderProblem, type UsesByModule } from './layers/border.ts'
import { cyclesIn } from './layers/cycles.ts'
import { listFiles } from './layers/files.ts'
import { importsOf, type Import } from './layers/imports.ts'
import { packageProblem, type Declared } from './layers/packages.ts'
import { placeOf, topFolders, type Place } from './layers/places.ts'

const isCode = /\.(?:ts|tsx|mts|mjs|js)$/

type Tree = { root: string; uses: UsesByModule; declared: Declared }

/**
 * Reads every import in the tree and says which ones the layer map does not allow, each with what to do instead.
 * A file the map does not know is itself a problem, so nothing escapes by being new.
 */
export function checkLayers(root: string): string[] {
  const tree: Tree = { root, uses: readUses(root), declared: readDeclared(root) }
  const files = listFiles(root)
  const graph = new Map<string, string[]>()
  const problems = [...usesProblems(tree.uses), ...moduleFolderProblems(files, tree.uses)]
  for (const path of files) {
    const place = placeOf(path)
    if (!place) {
      const problem = strayProblem(path)
      if (problem) problems.push(`${path}: ${problem}`)
      continue
    }
    if (!isCode.test(path)) continue
    const imports = importsOf(path, readFileSync(join(root, path), 'utf8'))
    graph.set(path, eagerTargets(path, imports))
    for (const found of imports) {
      const problem = importProblem(tree, path, place, found)
      if (problem) problems.push(`${path}:${found.line} imports ${found.specifier ?? 'a computed path'}: ${problem}`)
    }
  }
  return [...problems, ...cycleProblems(graph)]
}

function importProblem(tree: Tree, path: string, from: Place, { specifier }: Import): string | null {
  if (specifier === null) {
    if (from.environment === 'node') return null
    return 'the layer check cannot follow it: write the path as a plain string.'
  }
  if (!specifier.startsWith('.') && !specifier.startsWith('#')) {
    return packageProblem(from, path, specifier, tree.declared)
  }
  const target = targetOf(path, specifier)
  if (!/\.[a-z0-9]+$/.test(target)) return 'Node runs the file as written: end the path with .ts, .tsx, .css or .json.'
  const to = placeOf(target)
  if (!to) return `${target} is in no known place: ${strayProblem(target) ?? 'import code from code folders only.'}`
  if (target.startsWith('../') || !existsSync(join(tree.root, target))) return `there is no file ${target}.`
  const problem = borderProblem({ from, to, fromPath: path, uses: tree.uses })
  return problem ?? spellingProblem(from, to, specifier)
}

/** Inside a module relative, across borders with `#`: a glance at the imports shows what crosses a border. */
function spellingProblem(from: Place, to: Place, specifier: string): string | null {
  const isSameHouse =
    from.kind === to.kind && (from.kind !== 'module' || to.kind !== 'module' || from.module === to.module)
  if (specifier.startsWith('.') && !isSameHouse && (to.kind === 'module' || to.kind === 'platform')) {
    return `it crosses a border: write it as #${to.kind === 'module' ? 'modules' : 'platform'}/….`
  }
  if (specifier.startsWith('#modules/') && isSameHouse && from.kind === 'module') {
    return 'it stays inside the module: write it as a relative path, so that # always means a border.'
  }
  return null
}

function targetOf(path: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '')
  return plain.startsWith('#') ? plain.slice(1) : posix.normalize(posix.join(posix.dirname(path), plain))
}

function eagerTargets(path: string, imports: readonly Import[]): string[] {
  return imports.flatMap(({ specifier, isEager }) =>
    isEager && specifier && /^[.#]/.test(specifier) ? [targetOf(path, specifier)] : [],
  )
}

function strayProblem(path: string): string | null {
  const [top = '', second] = path.split('/')
  if (path.endsWith('.md')) return null
  if (second === undefined) {
    if (!isCode.test(path)) return null
    return 'code does not live at the top: put it into apps/, modules/, platform/, testkit/ or tooling/.'
  }
  if (top === 'docs' || top === 'deploy') return null
  if (path === 'modules/layers.json') return null
  if (!topFolders.includes(top)) {
    return `"${top}/" is not in the layer map: use one of ${topFolders.join(', ')}, or add it to tooling/layers/places.ts with its rule.`
  }
  if (top === 'apps') return 'the apps are server, office, field and portal: put the file into one of them.'
  return `a ${top === 'modules' ? 'module' : 'platform part'} holds common/, server/, ui/, office/, field/, portal/${top === 'modules' ? ', module.ts and testing.ts' : ''}: put the file where it may run.`
}

function usesProblems(uses: UsesByModule): string[] {
  const where = 'modules/layers.json'
  const unknown = Object.entries(uses).flatMap(([name, used]) =>
    used
      .filter(other => !(other in uses))
      .map(other => `${where}: ${name} uses ${other}, which is not listed: add "${other}" with what it uses.`),
  )
  const loops = cyclesIn(new Map(Object.entries(uses))).map(
    cycle =>
      `${where}: ${[...cycle, cycle[0]].join(' → ')} goes round: the lower one must not know the upper; let it tell by an event, or offer in its manifest.`,
  )
  return [...unknown, ...loops]
}

function moduleFolderProblems(files: readonly string[], uses: UsesByModule): string[] {
  const folders = new Set(files.flatMap(path => /^modules\/([^/]+)\//.exec(path)?.[1] ?? []))
  return [...folders]
    .filter(name => !(name in uses))
    .map(name => `modules/${name}: is not in modules/layers.json: add it with the modules it uses.`)
}

function cycleProblems(graph: ReadonlyMap<string, readonly string[]>): string[] {
  return cyclesIn(graph).map(
    cycle =>
      `import cycle: ${[...cycle, cycle[0]].join(' → ')}: move what both need into a third file, or pass it as an argument.`,
  )
}

function readUses(root: string): UsesByModule {
  return JSON.parse(readFileSync(join(root, 'modules/layers.json'), 'utf8')) as UsesByModule
}

function readDeclared(root: string): Declared {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Partial<Record<string, Record<string, string>>>
  return {
    product: new Set(Object.keys({ ...dependencies, ...optionalDependencies })),
    development: new Set(Object.keys(devDependencies ?? {})),
  }
}

if (process.argv[1] === import.meta.filename) {
  const problems = checkLayers(process.argv[2] ?? process.cwd())
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) console.error(`${problems.length} layer problem(s)`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
