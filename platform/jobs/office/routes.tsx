import type { OfficeModule } from '../../ui/office/office-module.ts'
import { jobsMessages } from './messages.ts'

export const jobsOffice: OfficeModule = {
  texts: jobsMessages,
  pages: [{ path: '/jobs', load: () => import('./JobsPage.tsx') }],
  places: [{ path: '/jobs', group: 'system', label: 'place.jobs', permissions: ['jobs.read'], order: 40 }],
  subjects: {},
}
