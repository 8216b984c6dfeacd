import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { coordinationMessages } from '../common/messages.ts'
import { coordinationOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const coordinationOffice: OfficeModule = {
  texts: coordinationOfficeMessages,
  pages: [{ path: '/whistles', load: () => import('./WhistlesPage.tsx') }],
  places: [
    {
      path: '/whistles',
      group: 'oversight',
      label: 'place.whistles',
      permissions: ['coordination.blow', 'coordination.read', 'coordination.answer'],
      order: 30,
    },
  ],
  subjects: {
    'whistle-call': { path: () => '/whistles', texts: [coordinationMessages], renews: ['coordination.'] },
  },
}

export { CaseWhistles } from './CaseWhistles.tsx'
