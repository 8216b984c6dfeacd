import { casesSealed } from '#modules/cases/server/index.ts'
import { diarySealed } from '#modules/diary/server/index.ts'
import { helpSealed } from '#modules/help/server/index.ts'
import { hotlineSealed } from '#modules/hotline/server/index.ts'
import { identitySealed } from '#modules/identity/server/index.ts'
import { patrolSealed } from '#modules/patrol/server/index.ts'
import { placesSealed } from '#modules/places/server/index.ts'
import { registrySealed } from '#modules/registry/server/index.ts'
import { relaySealed } from '#modules/relay/server/index.ts'
import { mediationSealed } from '#modules/mediation/server/index.ts'
import { visitsSealed } from '#modules/visits/server/index.ts'
import type { SealedStore } from '#platform/crypto/server/index.ts'

/** Every column of the product that keeps sealed values: what is not in here would be lost with the old key. */
export const sealedStores: readonly SealedStore[] = [
  ...identitySealed,
  ...placesSealed,
  ...registrySealed,
  ...casesSealed,
  ...hotlineSealed,
  ...diarySealed,
  ...patrolSealed,
  ...visitsSealed,
  ...mediationSealed,
  ...helpSealed,
  ...relaySealed,
]
