import type { OfficeModule } from '../../ui/office/office-module.ts'
import { inboxMessages } from './messages.ts'

export const inboxOffice: OfficeModule = {
  texts: inboxMessages,
  pages: [{ path: '/inbox', load: () => import('./InboxPage.tsx') }],
  places: [{ path: '/inbox', group: 'work', label: 'place.inbox', permissions: [], order: 1 }],
  subjects: {},
}

export { InboxCount } from './InboxCount.tsx'
