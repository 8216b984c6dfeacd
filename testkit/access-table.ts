import { campaignsAccess } from '#modules/campaigns/testing.ts'
import { casesAccess } from '#modules/cases/testing.ts'
import { diaryAccess } from '#modules/diary/testing.ts'
import { exchangeAccess } from '#modules/exchange/testing.ts'
import { helpAccess } from '#modules/help/testing.ts'
import { cleaningAccess } from '#modules/cleaning/testing.ts'
import { catalogueAccess } from '#modules/catalogue/testing.ts'
import { gridAccess } from '#modules/grid/testing.ts'
import { institutionsAccess } from '#modules/institutions/testing.ts'
import { postsAccess } from '#modules/posts/testing.ts'
import { placesAccess } from '#modules/places/testing.ts'
import { hotlineAccess } from '#modules/hotline/testing.ts'
import { registryAccess } from '#modules/registry/testing.ts'
import { mediationAccess } from '#modules/mediation/testing.ts'
import { relayAccess } from '#modules/relay/testing.ts'
import { routingAccess } from '#modules/routing/testing.ts'
import { patrolAccess } from '#modules/patrol/testing.ts'
import { visitsAccess } from '#modules/visits/testing.ts'
import { coordinationAccess } from '#modules/coordination/testing.ts'
import { supervisionAccess } from '#modules/supervision/testing.ts'
import { deskStaff } from '#modules/identity/server/index.ts'
import { identityAccess } from '#modules/identity/testing.ts'

/**
 * Who may knock at which endpoint: each module's own page, and the platform's. What somebody may touch inside is decided
 * for each thing by its place; readers and decisions have tests of their own for that.
 */
export const mayKnock: Readonly<Record<string, 'anyone' | 'signed-in' | readonly string[]>> = {
  ...identityAccess,
  ...gridAccess,
  ...placesAccess,
  ...postsAccess,
  ...institutionsAccess,
  ...registryAccess,
  ...catalogueAccess,
  ...routingAccess,
  ...casesAccess,
  ...hotlineAccess,
  ...supervisionAccess,
  ...coordinationAccess,
  ...diaryAccess,
  ...patrolAccess,
  ...visitsAccess,
  ...helpAccess,
  ...relayAccess,
  ...mediationAccess,
  ...cleaningAccess,
  ...exchangeAccess,
  ...campaignsAccess,
  // inbox
  'inbox.list': 'signed-in',
  'inbox.count': 'signed-in',
  // notices
  'notices.mark-read': 'signed-in',
  'notices.list': 'signed-in',
  // audit
  'audit.list-entries': ['audit-admin'],
  'audit.words': ['audit-admin'],
  'audit.find-actors': ['audit-admin'],
  'audit.day-heads': ['audit-admin'],
  'audit.verify': ['audit-admin'],
  // work time
  'worktime.show-calendar': deskStaff,
  'worktime.list-warnings': deskStaff,
  'worktime.list-replays': deskStaff,
  'worktime.list-moved': deskStaff,
  'worktime.explain': 'signed-in',
  'worktime.set-day': ['system-admin'],
  'worktime.set-week': ['system-admin'],
  'worktime.set-year': ['system-admin'],
  'worktime.add-calendar': ['system-admin'],
  // keys
  'keys.state': ['security-admin'],
  'keys.rotate': ['security-admin'],
  'keys.drop-old': ['security-admin'],
  // settings
  'settings.list': ['district-hub', 'supervisor', 'system-admin'],
  'settings.put': ['system-admin'],
  'settings.wording': 'anyone',
  // jobs
  'jobs.retry': ['system-admin'],
  'jobs.list-failed': ['system-admin'],
}
