import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, serverEnvironment } from './binaries.ts'
import type { ServerAccount } from './server-account.ts'
import { damagedDataDirectory, didNotStart, diskFull, explainOutput, otherMajorVersion } from './start-failures.ts'

/** The passwords of one cluster. They live in `secrets.json`, readable by the program's user alone, and are never logged. */
export interface ClusterSecrets {
  readonly admin: string
  readonly owner: string
  readonly app: string
}

export interface Cluster {
  /** What PostgreSQL calls the data directory; belongs to the server's account. */
  readonly pgdata: string
  /** The PostgreSQL that made it. */
  readonly major: number
  readonly logFile: string
  readonly secrets: ClusterSecrets
}

export const adminRole = 'wangge_admin'

export interface ClusterPlace {
  readonly dataDirectory: string
  readonly account: ServerAccount | undefined
  readonly binaries: Binaries
  readonly purpose: 'durable' | 'throw-away'
}

/** initdb writes 40 MB and the first start up to 64 MB of journal. */
const roomForFirstStart = 150 * 1024 * 1024
/** Recovery and the first checkpoint must be able to write, or PostgreSQL panics half way. */
const roomForLaterStart = 24 * 1024 * 1024

/** Opens the cluster in the data directory, or makes it when there is none. Refuses one that these programs cannot read. */
export async function openCluster(place: ClusterPlace): Promise<{ cluster: Cluster; created: boolean }> {
  const folder = clusterFolder(place.dataDirectory)
  const known = await exists(folder)
  await demandRoom(place.dataDirectory, known ? roomForLaterStart : roomForFirstStart)
  if (!known) await createCluster(place)
  const cluster = await readCluster(place.dataDirectory)
  if (cluster.major !== place.binaries.major) {
    throw otherMajorVersion(place.dataDirectory, cluster.major, place.binaries.major)
  }
  return { cluster, created: !known }
}

export function clusterFolder(dataDirectory: string) {
  return join(dataDirectory, 'cluster')
}

/** Whether a database was ever made there. */
export const hasCluster = (dataDirectory: string) => exists(clusterFolder(dataDirectory))

export async function readCluster(dataDirectory: string): Promise<Cluster> {
  const folder = clusterFolder(dataDirectory)
  const pgdata = join(folder, 'pgdata')
  const version = await readPart(join(pgdata, 'PG_VERSION'), folder)
  const secrets: ClusterSecrets = JSON.parse(await readPart(join(folder, 'secrets.json'), folder))
  return { pgdata, major: Number.parseInt(version, 10), logFile: join(folder, 'server.log'), secrets }
}

async function readPart(file: string, folder: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw damagedDataDirectory(folder, file.slice(folder.length + 1))
    }
    throw error
  }
}

/**
 * Everything is made in a sibling and moved into place by one rename, so a program killed half way leaves rubbish beside
 * the cluster and never half a cluster; two that create at once end with one cluster, and both then open that one.
 */
async function createCluster(place: ClusterPlace) {
  const half = join(place.dataDirectory, `creating-${process.pid}-${randomBytes(4).toString('hex')}`)
  const pgdata = join(half, 'pgdata')
  try {
    await mkdir(pgdata, { recursive: true, mode: 0o700 })
    // The server's account passes through, and sees only its own part.
    await chmod(half, 0o711)
    if (place.account) await chown(pgdata, place.account.uid, place.account.gid)
    const secrets: ClusterSecrets = { admin: makePassword(), owner: makePassword(), app: makePassword() }
    await writeSecret(join(half, 'secrets.json'), `${JSON.stringify(secrets, null, 2)}\n`)
    await runInitdb(place, half, secrets.admin)
    await rename(half, clusterFolder(place.dataDirectory))
    await syncFolder(place.dataDirectory)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if (!(await exists(clusterFolder(place.dataDirectory)))) throw error
  }
}

/** Removes what killed first starts left behind. Called by the supervisor, so no creation is still wanted. */
export async function removeHalfMadeClusters(dataDirectory: string) {
  for (const name of await readdir(dataDirectory)) {
    if (!name.startsWith('creating-')) continue
    // An initdb that outlived its program may still be writing there: then the next start removes it.
    await rm(join(dataDirectory, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

async function runInitdb(place: ClusterPlace, half: string, password: string) {
  const { binaries, account } = place
  const pgdata = join(half, 'pgdata')
  const passwordFile = join(half, 'password')
  await writeSecret(passwordFile, `${password}\n`, account)
  const flags = [
    `--pgdata=${pgdata}`,
    `--username=${adminRole}`,
    '--encoding=UTF8',
    // Not C: pg_trgm finds no trigram in a Chinese text under it.
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
    ...(place.purpose === 'throw-away' ? ['--no-sync'] : []),
  ]
  const child = spawn(binaries.initdb, flags, {
    cwd: pgdata,
    env: serverEnvironment(binaries.libraryPath),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  await rm(passwordFile)
  if (code === 0) return
  throw (
    explainOutput(output, place.dataDirectory) ?? didNotStart(pgdata, output.trim().split('\n').slice(-5).join('\n'))
  )
}

/** Letters and digits only: it goes into an address as it is. */
function makePassword() {
  return randomBytes(24).toString('hex')
}

async function writeSecret(file: string, text: string, reader?: ServerAccount) {
  await writeFile(file, text, { mode: 0o600, flag: 'wx', flush: true })
  if (reader) await chown(file, reader.uid, reader.gid)
}

async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function demandRoom(dataDirectory: string, bytes: number) {
  const { bavail, bsize } = await statfs(dataDirectory)
  if (bavail * bsize < bytes) throw diskFull(dataDirectory)
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    error => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
