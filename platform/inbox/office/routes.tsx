import type { OfficeModule } from '../../ui/office/office-module.ts'
import { inboxMessages } from './messages.ts'

export const inboxOffice: OfficeModule = {
  texts: inboxMessages,
  pages: [{ path: '/inbox', load: () => import('./InboxPage.tsx') }],
  places: [{ path: '/inbox', group: 'first', label: 'place.inbox', permissions: [], order: 10 }],
  subjects: {},
}

export { InboxCount } from './InboxCount.tsx'
