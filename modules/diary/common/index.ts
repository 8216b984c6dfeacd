/** The door for other modules and for pages. */
export {
  diaryOfDay,
  type Entry,
  giveFeedback,
  listEntries,
  openCaseFromEntry,
  printTransfer,
  seePerson,
  showEntry,
  transferEntry,
  writeEntry,
} from './contract.ts'
export {
  type DiarySettings,
  type EntryKind,
  entryKinds,
  type EntryOutcome,
  entryOutcomes,
  type EntryWay,
  entryWays,
  usualDiary,
} from './entry.ts'
export { diaryMessages } from './messages.ts'
export { diarySettings } from './setting-parts.ts'
