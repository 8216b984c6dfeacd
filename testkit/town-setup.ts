import { randomBytes } from 'node:crypto'
import { followKey } from '#apps/server/derived-keys.ts'
import { completed, createBlindIndex, createSecretBox, type Keys } from '#platform/crypto/server/index.ts'
import type { ScratchServer } from '#platform/db/server/embedded/scratch-server.ts'
import { connect } from '#platform/db/server/unit-of-work.ts'
import { buildGeography } from '#town/geography/build-geography.ts'
import { loadTown } from '#town/load-town.ts'

export const townTemplate = 'wangge_town_template'

/** The moment at which the test town stands still: a Tuesday morning at work. */
export const townNow = '2026-09-15T02:00:00.000Z'

/** Keys for tests only, new at each run, as text so that they can be handed to the workers of the run. */
export function testKeys(): { current: string; hex: string } {
  return { current: 'test', hex: randomBytes(32).toString('hex') }
}

export function keysFrom({ current, hex }: { current: string; hex: string }): Keys {
  return completed({ current, keys: { [current]: Buffer.from(hex, 'hex') } })
}

/** A template with the small town in it, loaded once per run by the same builder that makes the demo. */
export async function prepareTown(server: ScratchServer, template: string, keys: Keys): Promise<void> {
  const { appUrl } = await server.createDatabase(townTemplate, template)
  const db = connect(appUrl, { connections: 2 })
  const geography = await buildGeography({ size: 'small', seed: 7 })
  const secrets = { box: createSecretBox(keys), followKey: followKey(keys), index: createBlindIndex(keys.index) }
  await loadTown(db, { geography, now: townNow, matters: 60, photos: null, ...secrets })
  await db.close()
}
