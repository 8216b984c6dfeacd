import type { OfficeModule } from '../../ui/office/office-module.ts'
import { noticesMessages } from './messages.ts'

export const noticesOffice: OfficeModule = {
  texts: noticesMessages,
  pages: [{ path: '/notices', load: () => import('./NoticesPage.tsx') }],
  places: [],
  subjects: {},
}

export { NoticeBell } from './NoticeBell.tsx'
