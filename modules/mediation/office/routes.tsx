import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { mediationMessages } from '../common/messages.ts'
import { mediationOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const mediationOffice: OfficeModule = {
  texts: mediationOfficeMessages,
  pages: [
    { path: '/mediation', load: () => import('./MattersPage.tsx') },
    { path: '/mediation/$matterId', load: () => import('./MatterPage.tsx') },
  ],
  places: [
    { path: '/mediation', group: 'rounds', label: 'place.mediation', permissions: ['mediation.read'], order: 35 },
  ],
  subjects: { mediation: { path: id => `/mediation/${id}`, texts: [mediationMessages], renews: ['mediation.'] } },
}
