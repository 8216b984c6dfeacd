import type { ClientKind } from '#modules/exchange/common/index.ts'
import { hashOfKey, hintOf } from '#modules/exchange/server/index.ts'
import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Geography } from '../geography/geography.ts'
import { idMaker, randomFrom } from '../random.ts'

/** Public on purpose, like the demo's password: it opens the made-up town and nothing else. */
export const demoSensorKey = 'wgx_demo-water-level-sensor'

/** The clients of the made-up town: a water level sensor with a known key, and the platform above, whose key is not known. */
export function townClients(geography: Geography, now: Instant) {
  const newId = idMaker(randomFrom(geography.seed * 49_979_687 + 3))
  const client = (name: string, kind: ClientKind, key: string) => ({
    ...{ id: newId(millisecondsOf(now)), name, kind, grid_path: null, repeat_minutes: 60 },
    ...{ key_hash: hashOfKey(key), key_hint: hintOf(key), created_at: now, created_by: 'town' },
    ...{ revoked_at: null, revoked_by: null },
  })
  return [
    client('河道水位监测', 'sensor', demoSensorKey),
    // Made from an id that nobody is told, so that no request comes in by it until an administrator makes a real one.
    client('市级城市运行平台', 'superior', `${newId(millisecondsOf(now))}${newId(millisecondsOf(now))}`),
  ]
}
