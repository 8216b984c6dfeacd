/** The door for the field app and the modules' field pages. What a module offers offline: `OfflineModule`. */
export type { DayItem } from '../common/day.ts'
export type { OutboxItem } from '../common/outbox.ts'
export { keepAppOnPhone } from './app-update.ts'
export { CardList } from './CardList.tsx'
export { DoneScreen } from './DoneScreen.tsx'
export type { DraftPhoto } from './drafts.ts'
export { KeptImage } from './KeptImage.tsx'
export { takePhotos } from './kept-photos.ts'
export { type LookedAt, lookedAt } from './looked-at.ts'
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
export { type Begun, OwnPhotoInput, type OwnPhotos, useOwnPhotos, WithDraft } from './own-photos.tsx'
export type { KeyDoor } from './key-door.ts'
export type { Performed, Performing } from './performing.ts'
export { Phone } from './phone.ts'
export type { StampLines } from './photo-stamp.ts'
export { Strip } from './Strip.tsx'
export { PerformingTrouble, usePerforming } from './use-performing.tsx'
export { useDraftText } from './use-draft.ts'
