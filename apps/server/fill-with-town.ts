import { text } from 'node:stream/consumers'
import pg from 'pg'
import { completed, createBlindIndex, createSecretBox, type KeyRing } from '#platform/crypto/server/index.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'
import { diskStorage } from '#platform/files/server/storage.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { buildBasemap } from '#town/basemap/build-basemap.ts'
import { buildGeography } from '#town/geography/build-geography.ts'
import type { GeographySize } from '#town/geography/geography.ts'
import { loadTown } from '#town/load-town.ts'
import { followKey } from './derived-keys.ts'

/** What `first-start.ts` sends by standard input. */
export interface Filling {
  readonly appUrl: string
  readonly migratorUrl: string
  /** Null when only the base map is missing. */
  readonly town: GeographySize | null
  /** Null for the usual number of the size. */
  readonly matters: number | null
  readonly basemap: string
  /** The folder where pictures lie. */
  readonly photos: string
  /** Keys as base64. */
  readonly keys: RingText & { readonly index: RingText; readonly lasting: string }
  readonly now: Instant
}

/** A ring with its keys as base64. */
interface RingText {
  readonly current: string
  readonly keys: Readonly<Record<string, string>>
}

/** The same town for everybody; another seed would be another town. */
const seed = 2026

/** How many matters a year of the town has. */
const mattersOf = { demo: 3200, small: 120, city: 100_000 } as const satisfies Record<GeographySize, number>

async function fill({ town, matters, now, basemap, ...filling }: Filling): Promise<void> {
  if (town !== null) {
    const { index, lasting, ...sealing } = filling.keys
    const keys = completed(ringFrom(sealing), ringFrom(index), Buffer.from(lasting, 'base64'))
    const db = connect(filling.appUrl, { connections: 1 })
    const geography = await buildGeography({ size: town, seed })
    const secrets = { box: createSecretBox(keys), followKey: followKey(keys), index: createBlindIndex(keys.index) }
    const photos = diskStorage(filling.photos)
    await loadTown(db, { geography, now, matters: matters ?? mattersOf[town], photos, ...secrets })
    await db.close()
    await analyze(filling.migratorUrl)
  }
  await buildBasemap(basemap)
}

function ringFrom({ current, keys }: RingText): KeyRing {
  const decoded = Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])
  return { current, keys: Object.fromEntries(decoded) as Record<string, Buffer> }
}

/** Tells the planner what has just been loaded; by itself it would find out minutes later. Only the owner may. */
async function analyze(migratorUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: migratorUrl })
  await owner.connect()
  await owner.query('analyze').finally(() => owner.end())
}

await fill(JSON.parse(await text(process.stdin)) as Filling)
