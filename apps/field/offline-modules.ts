import { casesOffline } from '#modules/cases/field/index.ts'
import { diaryOffline } from '#modules/diary/field/index.ts'
import { gridOffline } from '#modules/grid/field/index.ts'
import { helpOffline } from '#modules/help/field/index.ts'
import { campaignsOffline } from '#modules/campaigns/field/index.ts'
import { institutionsOffline } from '#modules/institutions/field/index.ts'
import { patrolOffline } from '#modules/patrol/field/index.ts'
import { registryOffline } from '#modules/registry/field/index.ts'
import { visitsOffline } from '#modules/visits/field/index.ts'
import { cleaningOffline } from '#modules/cleaning/field/index.ts'
import { mediationOffline } from '#modules/mediation/field/index.ts'
import { relayOffline } from '#modules/relay/field/index.ts'
import type { OfflineModule } from '#platform/offline/field/index.ts'
import { ownOffline } from './own-offline.ts'

/** What works on the phone without a network: each module's own `field/offline.ts`. */
export const offlineModules: readonly OfflineModule[] = [
  ownOffline,
  gridOffline,
  casesOffline,
  diaryOffline,
  patrolOffline,
  registryOffline,
  visitsOffline,
  helpOffline,
  relayOffline,
  campaignsOffline,
  institutionsOffline,
  mediationOffline,
  cleaningOffline,
]
