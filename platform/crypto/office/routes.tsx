import type { OfficeModule } from '../../ui/office/office-module.ts'
import { keysOfficeMessages } from './messages.ts'

export const keysOffice: OfficeModule = {
  texts: keysOfficeMessages,
  pages: [{ path: '/keys', load: () => import('./KeysPage.tsx') }],
  places: [{ path: '/keys', group: 'system', label: 'place.keys', permissions: ['keys.rotate'], order: 50 }],
  subjects: { keys: { path: () => '/keys', texts: [keysOfficeMessages], renews: ['keys.'] } },
}
