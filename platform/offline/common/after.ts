import type { Instant } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import { unreachable } from '../../kernel/common/unreachable.ts'
import type { Outbox, OutboxItem, OutboxPhoto, Pause } from './outbox.ts'

/** What happened to the outbox. `chance` is between 0 and 1, so that phones do not all knock at once. */
export type OutboxEvent =
  | {
      readonly type: 'added'
      readonly item: Omit<OutboxItem, Derived>
      readonly photos: readonly Omit<OutboxPhoto, 'itemId' | 'arrived' | 'isWhole' | 'pause'>[]
    }
  | { readonly type: 'sending'; readonly id: string }
  | { readonly type: 'done'; readonly id: string; readonly answer: unknown; readonly answeredAt: Instant | null }
  | { readonly type: 'refused'; readonly id: string; readonly refusal: Refusal; readonly answeredAt: Instant | null }
  | { readonly type: 'photo-arrived'; readonly id: string; readonly arrived: number; readonly isWhole: boolean }
  | { readonly type: 'photo-refused'; readonly id: string; readonly refusal: Refusal }
  | { readonly type: 'failed'; readonly id: string; readonly at: Instant; readonly chance: number }
  | { readonly type: 'line-down'; readonly at: Instant; readonly chance: number }
  /** The program began, the page is looked at again, somebody signed in, or the person asked: everything is tried. */
  | { readonly type: 'woken'; readonly by: 'start' | 'look' | 'sign-in' }
  | { readonly type: 'tried-again'; readonly id: string }
  /** `keepsBytes`: the form that it came from has the photos still. */
  | { readonly type: 'dropped'; readonly id: string; readonly keepsBytes?: true }
  /** The same, done to what the thing is now: a request of its own, with the same photos. */
  | { readonly type: 'renewed'; readonly id: string; readonly as: string; readonly input: object }

type Derived = 'sequence' | 'state' | 'pause' | 'refusal' | 'answer' | 'answeredAt' | 'sentPhotosAgain'

/** The app has to be brought up to date first; then it goes on by itself. */
const tooOld = 'commands/app-too-old'

const firstPauseMilliseconds = 2_000
const longestPauseMilliseconds = 5 * 60_000

function longer(pause: Pause | null, since: Instant, chance: number): Pause {
  const attempt = (pause?.attempt ?? 0) + 1
  const whole = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (attempt - 1))
  return { since, attempt, milliseconds: Math.round(whole * (0.5 + chance / 2)) }
}

/** The outbox after something happened to it. Events about what is no longer there change nothing. */
export function after(outbox: Outbox, event: OutboxEvent): Outbox {
  const item = (id: string, change: (one: OutboxItem) => Partial<OutboxItem>): Outbox => ({
    ...outbox,
    items: outbox.items.map(one => (one.id === id ? { ...one, ...change(one) } : one)),
  })
  switch (event.type) {
    case 'added':
      return added(outbox, event)
    case 'sending':
      return item(event.id, () => ({ state: 'sending' }))
    case 'done': {
      const { answer, answeredAt } = event
      const next = item(event.id, () => ({ state: 'done', pause: null, refusal: null, answer, answeredAt }))
      return { ...next, linePause: null, photos: next.photos.filter(({ itemId }) => itemId !== event.id) }
    }
    case 'refused':
      return afterRefusal(outbox, event)
    case 'photo-arrived': {
      const { id, arrived, isWhole } = event
      const photos = outbox.photos.map(one => (one.id === id ? { ...one, arrived, isWhole, pause: null } : one))
      return { ...outbox, linePause: null, photos }
    }
    case 'photo-refused': {
      const owner = outbox.photos.find(({ id }) => id === event.id)?.itemId
      return owner === undefined ? outbox : item(owner, () => standsStill(event.refusal))
    }
    case 'failed':
      return failed(outbox, event)
    case 'line-down': {
      const linePause = longer(outbox.linePause, event.at, event.chance)
      return { ...outbox, linePause, items: outbox.items.map(one => (one.state === 'sending' ? waiting(one) : one)) }
    }
    case 'woken':
      return woken(outbox, event.by)
    case 'tried-again':
      return item(event.id, one => ({ ...waiting(one), pause: null, refusal: null, sentPhotosAgain: false }))
    case 'renewed':
      return renewed(outbox, event)
    case 'dropped':
      return {
        ...outbox,
        items: outbox.items.filter(({ id }) => id !== event.id),
        photos: outbox.photos.filter(({ itemId }) => itemId !== event.id),
      }
    default:
      return unreachable(event)
  }
}

const waiting = (item: OutboxItem): OutboxItem => ({ ...item, state: 'waiting' })

function added(outbox: Outbox, { item, photos }: Extract<OutboxEvent, { type: 'added' }>): Outbox {
  if (outbox.items.some(({ id }) => id === item.id)) return outbox
  const sequence = Math.max(0, ...outbox.items.map(one => one.sequence)) + 1
  const rest = { state: 'waiting', pause: null, refusal: null, answer: null, answeredAt: null } as const
  return {
    ...outbox,
    items: [...outbox.items, { ...item, ...rest, sequence, sentPhotosAgain: false }],
    photos: [
      ...outbox.photos,
      ...photos.map(photo => ({ ...photo, itemId: item.id, arrived: 0, isWhole: false, pause: null })),
    ],
  }
}

function renewed(outbox: Outbox, { id, as, input }: Extract<OutboxEvent, { type: 'renewed' }>): Outbox {
  return {
    ...outbox,
    items: outbox.items.map(one =>
      one.id === id ? { ...waiting(one), id: as, input, pause: null, refusal: null, sentPhotosAgain: false } : one,
    ),
    photos: outbox.photos.map(photo => (photo.itemId === id ? { ...photo, itemId: as, pause: null } : photo)),
  }
}

/** A refusal for good is the person's to look at; one for now only makes it wait. */
function standsStill(refusal: Refusal): Partial<OutboxItem> {
  const needsYou = refusal.kind === 'unauthenticated' || refusal.code === tooOld
  return { state: needsYou ? 'needs-you' : 'refused', refusal, pause: null }
}

function afterRefusal(outbox: Outbox, { id, refusal, answeredAt }: Extract<OutboxEvent, { type: 'refused' }>): Outbox {
  const isForgotten = refusal.code === 'files/unknown'
  let again = false
  const items = outbox.items.map(one => {
    if (one.id !== id) return one
    again = isForgotten && !one.sentPhotosAgain && outbox.photos.some(photo => photo.itemId === id)
    // Photos that belong to nothing are cleared away after a while; the phone still has them and sends them again.
    return again ? { ...waiting(one), sentPhotosAgain: true } : { ...one, ...standsStill(refusal), answeredAt }
  })
  const photos = again
    ? outbox.photos.map(photo => (photo.itemId === id ? { ...photo, arrived: 0, isWhole: false } : photo))
    : outbox.photos
  return { ...outbox, items, photos, linePause: null }
}

function failed(outbox: Outbox, { id, at, chance }: Extract<OutboxEvent, { type: 'failed' }>): Outbox {
  const pausing = <T extends { id: string; pause: Pause | null }>(one: T): T =>
    one.id === id ? { ...one, pause: longer(one.pause, at, chance) } : one
  return {
    ...outbox,
    items: outbox.items.map(one => pausing(one.id === id ? waiting(one) : one)),
    photos: outbox.photos.map(pausing),
  }
}

function woken(outbox: Outbox, by: 'start' | 'look' | 'sign-in'): Outbox {
  const items = outbox.items.map(one => {
    // Killed while sending: whether it arrived is not known, and the repeat finds out.
    if (by === 'start' && one.state === 'sending') return waiting(one)
    const isBack = by === 'sign-in' || (by === 'start' && one.refusal?.code === tooOld)
    return isBack && one.state === 'needs-you' ? { ...waiting(one), refusal: null } : one
  })
  return { items, photos: outbox.photos, linePause: null }
}

/** What is kept of the outbox of one person: the last of what is done makes room. */
export function tidied(outbox: Outbox, mostDone: number): Outbox {
  const done = outbox.items.filter(({ state }) => state === 'done').sort((a, b) => b.sequence - a.sequence)
  const gone = new Set(done.slice(mostDone).map(({ id }) => id))
  return gone.size === 0 ? outbox : { ...outbox, items: outbox.items.filter(({ id }) => !gone.has(id)) }
}
