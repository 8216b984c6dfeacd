import type { OfficeModule } from '../../ui/office/office-module.ts'
import { settingsOfficeMessages } from './messages.ts'

export const settingsOffice: OfficeModule = {
  texts: settingsOfficeMessages,
  pages: [{ path: '/settings', load: () => import('./SettingsPage.tsx') }],
  places: [{ path: '/settings', group: 'rules', label: 'place.settings', permissions: ['settings.read'], order: 60 }],
  subjects: {
    settings: { path: () => '/settings', texts: [settingsOfficeMessages], renews: ['settings.'] },
  },
}
