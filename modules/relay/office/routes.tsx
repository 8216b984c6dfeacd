import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { relayMessages } from '../common/messages.ts'
import { relayOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const relayOffice: OfficeModule = {
  texts: relayOfficeMessages,
  pages: [
    { path: '/relay', load: () => import('./WordsPage.tsx') },
    { path: '/relay/$wordId', load: () => import('./WordPage.tsx') },
  ],
  places: [{ path: '/relay', group: 'rounds', label: 'place.relay', permissions: ['relay.write'], order: 40 }],
  subjects: {
    'relay-word': { path: id => `/relay/${id}`, texts: [relayMessages], renews: ['relay.'] },
    // What waits is known by word and post; the page is the word’s.
    'relay-passing': { path: id => `/relay/${id.split('.')[0]}`, texts: [relayMessages], renews: ['relay.'] },
  },
}
