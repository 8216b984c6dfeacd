import { campaignsOffice } from '#modules/campaigns/office/routes.tsx'
import { catalogueOffice } from '#modules/catalogue/office/routes.tsx'
import { casesOffice } from '#modules/cases/office/routes.tsx'
import { cleaningOffice } from '#modules/cleaning/office/routes.tsx'
import { coordinationOffice } from '#modules/coordination/office/routes.tsx'
import { diaryOffice } from '#modules/diary/office/routes.tsx'
import { exchangeOffice } from '#modules/exchange/office/routes.tsx'
import { gridOffice } from '#modules/grid/office/routes.tsx'
import { helpOffice } from '#modules/help/office/routes.tsx'
import { hotlineOffice } from '#modules/hotline/office/routes.tsx'
import { identityOffice } from '#modules/identity/office/routes.tsx'
import { patrolOffice } from '#modules/patrol/office/routes.tsx'
import { institutionsOffice } from '#modules/institutions/office/routes.tsx'
import { mediationOffice } from '#modules/mediation/office/routes.tsx'
import { relayOffice } from '#modules/relay/office/routes.tsx'
import { postsOffice } from '#modules/posts/office/routes.tsx'
import { placesOffice } from '#modules/places/office/routes.tsx'
import { visitsOffice } from '#modules/visits/office/routes.tsx'
import { registryIntakeOffice, registryOffice } from '#modules/registry/office/routes.tsx'
import { routingOffice } from '#modules/routing/office/routes.tsx'
import { supervisionOffice } from '#modules/supervision/office/routes.tsx'
import { auditOffice } from '#platform/audit/office/routes.tsx'
import { keysOffice } from '#platform/crypto/office/routes.tsx'
import { inboxOffice } from '#platform/inbox/office/routes.tsx'
import { jobsOffice } from '#platform/jobs/office/routes.tsx'
import { noticesOffice } from '#platform/notices/office/routes.tsx'
import { settingsOffice } from '#platform/settings/office/routes.tsx'
import { worktimeOffice } from '#platform/worktime/office/routes.tsx'
import type { OfficeModule } from '#platform/ui/office/office-module.ts'

/** Everything the office is put together from. */
export const officeModules: readonly OfficeModule[] = [
  inboxOffice,
  noticesOffice,
  helpOffice,
  casesOffice,
  catalogueOffice,
  routingOffice,
  hotlineOffice,
  supervisionOffice,
  coordinationOffice,
  diaryOffice,
  patrolOffice,
  visitsOffice,
  mediationOffice,
  relayOffice,
  cleaningOffice,
  exchangeOffice,
  campaignsOffice,
  gridOffice,
  placesOffice,
  postsOffice,
  registryOffice,
  registryIntakeOffice,
  institutionsOffice,
  identityOffice,
  auditOffice,
  worktimeOffice,
  settingsOffice,
  jobsOffice,
  keysOffice,
]
