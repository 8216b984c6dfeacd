import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasAccounts, isDemo, newSetupToken, offerRoles } from '#modules/identity/server/index.ts'
import type { KeyRing, Keys } from '#platform/crypto/server/index.ts'
import { connect, type Db } from '#platform/db/server/unit-of-work.ts'
import type { Clock } from '#platform/kernel/server/clock.ts'
import type { GeographySize } from '#town/geography/geography.ts'
import { demoPassword, type PersonaPlan, personas } from '#town/people/personas.ts'
import type { Filling } from './fill-with-town.ts'
import { shippedRoles } from './roles.ts'

export interface FirstStart {
  readonly appUrl: string
  readonly migratorUrl: string
  readonly town: GeographySize | 'none'
  /** How many matters its year has; null for the usual number. */
  readonly matters: number | null
  readonly keys: Keys
  /** Where the town's base map is kept between starts. */
  readonly basemap: string
  /** The folder where pictures lie. */
  readonly photos: string
  readonly clock: Clock
  /** Aborted when the program is asked to end: a town that is being loaded is given up, and begun anew next time. */
  readonly ending: AbortSignal
  /** A town is about to be made, which takes a while: whoever waits is told. */
  readonly onFilling: () => void
}

/** What the start prints: the demo's logins, or the token with which the first administrators are named. */
export interface Welcome {
  readonly logins: readonly PersonaPlan[]
  readonly password: string
  readonly setupToken: string | null
  readonly basemapFile: string | null
}

/**
 * Fills a new database: with the demo town, or with nothing but the roles. A database that has somebody in it is left
 * as it is, whatever the settings say now, but for what a newer version brings its roles. Of two programs that start at
 * once, the second waits and finds it filled.
 */
export async function fillNewDatabase(start: FirstStart): Promise<Welcome> {
  const db = connect(start.appUrl, { connections: 2 })
  try {
    return await oneAfterAnother(db, start.ending, () => fill(db, start))
  } finally {
    await db.close()
  }
}

const fillLock = 4_720_260_704

async function oneAfterAnother<R>(db: Db, ending: AbortSignal, work: () => Promise<R>): Promise<R> {
  const client = await db.pool.connect()
  try {
    const isOurs = async () => {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [fillLock])
      return rows[0].taken === true
    }
    while (!(await isOurs())) await sleep(200, undefined, { signal: ending })
    return await work()
  } finally {
    client.release(true) // the lock goes with the connection
  }
}

async function fill(db: Db, start: FirstStart): Promise<Welcome> {
  const { town, matters, keys, basemap, photos, clock, ending, onFilling, appUrl, migratorUrl } = start
  const isNew = town !== 'none' && !(await hasAccounts(db))
  const lacksMap = town !== 'none' && !existsSync(basemap)
  if (isNew || lacksMap) {
    onFilling()
    const filling = { appUrl, migratorUrl, town: isNew ? town : null, matters, basemap, photos, keys, now: clock.now() }
    await fillApart(filling, ending)
  }
  await offerRoles(db, shippedRoles, clock.now())
  if (!(await isDemo(db))) return welcomeToOwn(db, clock)
  const basemapFile = existsSync(basemap) ? basemap : null
  return { logins: personas, password: demoPassword, setupToken: null, basemapFile }
}

/**
 * In a process of its own: reading a whole city's open data takes half a gigabyte for some seconds, which the program
 * that then serves people would keep for ever. Passwords and keys go in by its standard input, where no list shows them.
 */
function fillApart(filling: Omit<Filling, 'keys'> & { keys: Keys }, ending: AbortSignal): Promise<void> {
  const { index, lasting, ...sealing } = filling.keys
  const keys = { ...ringText(sealing), index: ringText(index), lasting: Buffer.from(lasting).toString('base64') }
  const sent: Filling = { ...filling, keys }
  const script = new URL('./fill-with-town.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'inherit', 'inherit'], signal: ending })
  child.stdin.on('error', () => {}) // it ended before it had read all; its end says so
  child.stdin.end(JSON.stringify(sent))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`the town could not be loaded (${code})`))))
  })
}

function ringText({ current, keys }: KeyRing) {
  const encoded = Object.entries(keys).map(([id, key]) => [id, Buffer.from(key).toString('base64')])
  return { current, keys: Object.fromEntries(encoded) as Record<string, string> }
}

/** Elsewhere there are no accounts but those that people make, and no password that anybody could know. */
async function welcomeToOwn(db: Db, clock: Clock): Promise<Welcome> {
  return { logins: [], password: '', setupToken: await newSetupToken(db, clock.now()), basemapFile: null }
}
