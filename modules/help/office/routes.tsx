import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { helpMessages } from '../common/messages.ts'
import { helpOfficeMessages } from './messages.ts'

export { HelpBand } from './HelpBand.tsx'

/** The pages of this module in the office. */
export const helpOffice: OfficeModule = {
  texts: helpOfficeMessages,
  pages: [
    { path: '/help', load: () => import('./CallsPage.tsx') },
    { path: '/help/$callId', load: () => import('./CallPage.tsx') },
  ],
  places: [{ path: '/help', group: 'first', label: 'place.help', permissions: ['help.answer'], order: 15 }],
  subjects: { 'help-call': { path: id => `/help/${id}`, texts: [helpMessages], renews: ['help.'] } },
}
