import { type Instant, millisecondsOf } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'

/** One command made on this phone. Its id is the request id, so every repeat is the same request. */
export interface OutboxItem {
  readonly id: string
  readonly personId: string
  /** The contract's name, such as `cases.report`, and its input, which never changes: the ids of photos are the phone's. */
  readonly command: string
  readonly input: object
  /** What it is about. What is about the same thing leaves in the order in which it was made. */
  readonly subject: string
  /** Counts on this phone; the phone's clock may be wrong, so it orders nothing. */
  readonly sequence: number
  /** By the phone's clock, and by the server's when it answered. */
  readonly madeAt: Instant
  readonly answeredAt: Instant | null
  /** Which release of the contract the app spoke that made it. */
  readonly release: number
  /** What the outbox screen says it is. */
  readonly title: string
  readonly state: OutboxState
  readonly pause: Pause | null
  readonly refusal: Refusal | null
  readonly answer: unknown
  /** The server had forgotten photos that had arrived, and they were sent again; that is done once. */
  readonly sentPhotosAgain: boolean
}

export type OutboxState = 'waiting' | 'sending' | 'done' | 'refused' | 'needs-you'

/** A photo of a command, in a queue of its own. Its id, made by the phone, becomes the file's id. */
export interface OutboxPhoto {
  readonly id: string
  readonly itemId: string
  readonly bytes: number
  readonly takenAt: Instant
  /** How much of it the server has, as far as the phone knows. */
  readonly arrived: number
  readonly isWhole: boolean
  readonly pause: Pause | null
}

/** Since when nothing is tried, for how long, and the how manieth time. A clock that was set back ends it. */
export interface Pause {
  readonly since: Instant
  readonly milliseconds: number
  readonly attempt: number
}

export interface Outbox {
  readonly items: readonly OutboxItem[]
  readonly photos: readonly OutboxPhoto[]
  /** The line is down for everything; a thing that fails alone has a pause of its own. */
  readonly linePause: Pause | null
}

export const emptyOutbox: Outbox = { items: [], photos: [], linePause: null }

/** What the phone is to do now. */
export type OutboxStep =
  | { readonly kind: 'photo'; readonly photo: OutboxPhoto }
  | { readonly kind: 'command'; readonly item: OutboxItem }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'nothing' }

function left(pause: Pause | null, now: Instant): number {
  if (pause === null) return 0
  const passed = millisecondsOf(now) - millisecondsOf(pause.since)
  return passed < 0 ? 0 : Math.max(0, pause.milliseconds - passed)
}

/** The items that may leave: the first of each subject that is not done. One that was refused holds back what follows. */
export function foremost({ items }: Outbox): readonly OutboxItem[] {
  const first = new Map<string, OutboxItem>()
  for (const item of items) {
    if (item.state === 'done') continue
    const known = first.get(item.subject)
    if (!known || item.sequence < known.sequence) first.set(item.subject, item)
  }
  return [...first.values()]
    .filter(item => item.state === 'waiting' || item.state === 'sending')
    .sort((a, b) => a.sequence - b.sequence)
}

/** Commands whose photos are there go before photos: words are small and a task may depend on them. */
export function nextStep(outbox: Outbox, now: Instant): OutboxStep {
  const lineLeft = left(outbox.linePause, now)
  if (lineLeft > 0) return { kind: 'wait', milliseconds: lineLeft }
  const ready = foremost(outbox)
  const missing = (item: OutboxItem) => outbox.photos.filter(photo => photo.itemId === item.id && !photo.isWhole)
  const waits: number[] = []
  for (const item of ready) {
    if (missing(item).length > 0) continue
    const itemLeft = left(item.pause, now)
    if (itemLeft === 0) return { kind: 'command', item }
    waits.push(itemLeft)
  }
  // Photos go ahead of their commands' turn, too: all that waits needs them sooner or later.
  const alive = outbox.items.filter(({ state }) => state === 'waiting' || state === 'sending')
  for (const item of alive.sort((a, b) => a.sequence - b.sequence)) {
    for (const photo of missing(item)) {
      const photoLeft = left(photo.pause, now)
      if (photoLeft === 0) return { kind: 'photo', photo }
      waits.push(photoLeft)
    }
  }
  return waits.length > 0 ? { kind: 'wait', milliseconds: Math.min(...waits) } : { kind: 'nothing' }
}

export interface OutboxCount {
  readonly waiting: number
  readonly needYou: number
}

/** How many are still to leave, and how many of them only a person can bring on. */
export function countOutbox({ items }: Outbox): OutboxCount {
  const needYou = items.filter(({ state }) => state === 'refused' || state === 'needs-you').length
  const waiting = items.filter(({ state }) => state === 'waiting' || state === 'sending').length
  return { waiting, needYou }
}
