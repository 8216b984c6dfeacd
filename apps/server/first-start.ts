import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import { addRoles, hasAccounts, isDemo, newSetupToken } from '#modules/identity/server/index.ts'
import { createSecretBox, type Keys } from '#platform/crypto/server/index.ts'
import { connect, type Db } from '#platform/db/server/unit-of-work.ts'
import type { Clock } from '#platform/kernel/server/clock.ts'
import { buildBasemap } from '#town/basemap/build-basemap.ts'
import { buildGeography } from '#town/geography/build-geography.ts'
import { loadTown } from '#town/load-town.ts'
import { demoPassword, type PersonaPlan, personas } from '#town/people/personas.ts'
import { roleTemplates } from './roles.ts'

export interface FirstStart {
  readonly appUrl: string
  readonly migratorUrl: string
  readonly town: 'demo' | 'small' | 'none'
  readonly keys: Keys
  /** Where the town's base map is kept between starts. */
  readonly basemap: string
  readonly clock: Clock
}

/** What the start prints: the demo's logins, or the token with which the first administrators are named. */
export interface Welcome {
  readonly logins: readonly PersonaPlan[]
  readonly password: string
  readonly setupToken: string | null
  readonly basemapFile: string | null
}

/** The same town for everybody; another seed would be another town. */
const seed = 2026

/** How many matters a year of the town has. */
const mattersOf = { demo: 3200, small: 120 } as const

/**
 * Fills a new database: with the demo town, or with nothing but the roles. A database that has somebody in it is left
 * as it is, whatever the settings say now.
 */
export async function fillNewDatabase({
  appUrl,
  migratorUrl,
  town,
  keys,
  basemap,
  clock,
}: FirstStart): Promise<Welcome> {
  const db = connect(appUrl, { connections: 2 })
  try {
    if (town !== 'none' && !(await hasAccounts(db))) {
      const geography = await buildGeography({ size: town, seed })
      await loadTown(db, { geography, now: clock.now(), matters: mattersOf[town], box: createSecretBox(keys) })
      await analyze(migratorUrl)
    }
    return (await isDemo(db)) ? await welcomeToDemo(basemap) : await welcomeToOwn(db, clock)
  } finally {
    await db.close()
  }
}

/** Tells the planner what has just been loaded; by itself it would find out minutes later. Only the owner may. */
async function analyze(migratorUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: migratorUrl })
  await owner.connect()
  await owner.query('analyze').finally(() => owner.end())
}

async function welcomeToDemo(basemap: string): Promise<Welcome> {
  if (!existsSync(basemap)) await mkdir(dirname(basemap), { recursive: true })
  await buildBasemap(basemap)
  return { logins: personas, password: demoPassword, setupToken: null, basemapFile: basemap }
}

/** Elsewhere there are no accounts but those that people make, and no password that anybody could know. */
async function welcomeToOwn(db: Db, clock: Clock): Promise<Welcome> {
  const now = clock.now()
  const roles = roleTemplates.map(({ id, name, permissions }) => ({ code: id, name: name['zh-CN'], permissions }))
  await db.unitOfWork(tx => addRoles(tx, roles, now))
  return { logins: [], password: '', setupToken: await newSetupToken(db, now), basemapFile: null }
}
