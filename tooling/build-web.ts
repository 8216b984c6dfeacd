import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'
import { listFiles } from './layers/files.ts'
import { webApps, type WebApp } from './web-apps.ts'

const root = join(import.meta.dirname, '..')
const everyApp = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'tooling/build-web.ts']

/** Builds the web apps whose sources changed since their last build; a second run does nothing. */
export async function buildWeb({ isForced = false } = {}): Promise<void> {
  const files = listFiles(root)
  for (const app of webApps) {
    if (!existsSync(join(root, 'apps', app.name, 'vite.config.ts'))) continue
    const hash = sourcesHash(app, files)
    const stamp = join(root, 'dist', `${app.name}.stamp`)
    const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
    if (isFresh && !isForced && existsSync(join(root, 'dist', app.name, 'index.html'))) continue
    rmSync(stamp, { force: true })
    await buildApp(app)
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(stamp, hash)
  }
}

/** A hash over everything that can end up in this app: its own files and the shared ones it may import. */
function sourcesHash(app: WebApp, files: readonly string[]): string {
  const own = new RegExp(`^apps/${app.name}/|^(?:platform|modules)/[^/]+/(?:common|ui|${app.name})/|^platform/ui/`)
  const hash = createHash('sha256')
  const sources = files.filter(path => own.test(path) && !/\.(?:test|spec)\.tsx?$/.test(path))
  for (const path of [...sources, ...everyApp].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

async function buildApp(app: WebApp): Promise<void> {
  const from = performance.now()
  // Loaded here, so that a start with nothing to build does not pay for the bundler.
  const { build } = await import('vite')
  // A test runner says NODE_ENV=test, and React would come in its development form, half as large again.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  const built = await build({ configFile: join(root, 'apps', app.name, 'vite.config.ts'), logLevel: 'warn' })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
  const chunks = [built].flat().flatMap(part => ('output' in part ? part.output : []))
  const bytes = firstVisitScript(chunks.filter(chunk => chunk.type === 'chunk'))
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`built ${app.name} in ${seconds} s: ${(bytes / 1000).toFixed(1)} kB of script (gzip) on a first visit`)
  if (app.scriptLimit && bytes > app.scriptLimit) {
    throw new Error(
      `${app.name} loads ${bytes} bytes of script (gzip) on a first visit and may load ${app.scriptLimit}: load what is not seen at once with import(), or drop a library.`,
    )
  }
}

/** Gzip size of the entries and everything they import before the page can be used. */
export function firstVisitScript(
  chunks: readonly Pick<Rolldown.OutputChunk, 'fileName' | 'isEntry' | 'imports' | 'code'>[],
): number {
  const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const needed = new Set(chunks.filter(chunk => chunk.isEntry).map(chunk => chunk.fileName))
  for (const name of needed) for (const other of byName.get(name)?.imports ?? []) needed.add(other)
  return [...needed].reduce((sum, name) => sum + gzipSync(byName.get(name)?.code ?? '').length, 0)
}

if (process.argv[1] === import.meta.filename) await buildWeb({ isForced: process.argv.includes('--force') })
