/** Pages of this module in the field app. */
export { diaryMessages } from '../common/messages.ts'
export { EntryScreen } from './EntryScreen.tsx'
export { fieldDiaryMessages } from './messages.ts'
export { OwnEntries } from './OwnEntries.tsx'
export { WriteEntryPage } from './WriteEntryPage.tsx'
