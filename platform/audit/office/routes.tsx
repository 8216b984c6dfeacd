import type { OfficeModule } from '../../ui/office/office-module.ts'
import { auditMessages } from './messages.ts'

export const auditOffice: OfficeModule = {
  texts: auditMessages,
  pages: [{ path: '/audit', load: () => import('./AuditPage.tsx') }],
  places: [{ path: '/audit', group: 'system', label: 'place.audit', permissions: ['audit.read'], order: 80 }],
  subjects: {},
}
