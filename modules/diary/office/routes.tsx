import type { OfficeModule } from '#platform/ui/office/office-module.ts'
import { diaryMessages } from '../common/messages.ts'
import { diaryOfficeMessages } from './messages.ts'

/** The pages of this module in the office. */
export const diaryOffice: OfficeModule = {
  texts: diaryOfficeMessages,
  pages: [
    { path: '/diary', load: () => import('./DiaryPage.tsx') },
    { path: '/diary/$entryId', load: () => import('./EntryPage.tsx') },
  ],
  places: [{ path: '/diary', group: 'rounds', label: 'place.diary', permissions: ['diary.read'], order: 10 }],
  subjects: {
    'diary-entry': { path: id => `/diary/${id}`, texts: [diaryMessages], renews: ['diary.'] },
  },
}

export { EntryOfCase } from './EntryOfCase.tsx'
