import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened. */
export const EntryScreen = lazy(() => import('./EntryScreen.tsx').then(({ EntryScreen: page }) => ({ default: page })))
export const OwnEntries = lazy(() => import('./OwnEntries.tsx').then(({ OwnEntries: page }) => ({ default: page })))
export const WriteEntryPage = lazy(() =>
  import('./WriteEntryPage.tsx').then(({ WriteEntryPage: page }) => ({ default: page })),
)
export { diaryMessages } from '../common/messages.ts'
export { fieldDiaryMessages } from './messages.ts'
export { diaryOffline } from './offline.ts'
