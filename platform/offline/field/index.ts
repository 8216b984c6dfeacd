/** The door for the field app and the modules' field pages. What a module offers offline: `OfflineModule`. */
export type { DayItem } from '../common/day.ts'
export type { OutboxItem } from '../common/outbox.ts'
export { keepAppOnPhone } from './app-update.ts'
export type { DraftPhoto } from './drafts.ts'
export { offlineMessages } from './messages.ts'
export { OpenedPhone, PhoneProvider, useOutbox, usePhone, usePhoneState } from './offline.tsx'
export type {
  AskedAnswer,
  KeptAnswer,
  KnownPlace,
  OfflineModule,
  OnPhone,
  ReadKept,
  StockWorld,
  WaitingCommand,
} from './offline-module.ts'
export { OutboxPage } from './OutboxPage.tsx'
export { type Begun, type OwnPhotos, useOwnPhotos, WithDraft } from './own-photos.tsx'
export { type KeyDoor, type Performed, type Performing, Phone } from './phone.ts'
export type { StampLines } from './photo-stamp.ts'
export { Strip } from './Strip.tsx'
export { useDraftText } from './use-draft.ts'
