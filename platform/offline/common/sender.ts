import type { Instant } from '../../kernel/common/instant.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import type { OutboxEvent } from './after.ts'
import { nextStep, type Outbox, type OutboxItem, type OutboxPhoto } from './outbox.ts'

/** How far a photo has come, as the server says. */
export interface Arrived {
  readonly arrived: number
  readonly isWhole: boolean
}

/** `answeredAt` is the server's clock. */
export interface Answered {
  readonly answer: unknown
  readonly answeredAt: Instant | null
}

/** What the sender needs of its surroundings. What was thrown with a `status` above 0 is the server's fault alone. */
export interface SenderWorld {
  readonly read: () => Outbox
  /** Resolves when the outbox as it is now lies safely on the phone. */
  readonly write: (event: OutboxEvent) => Promise<void>
  readonly command: (item: OutboxItem) => Promise<Answered>
  /** Asks how much has arrived (no bytes) or sends a piece. */
  readonly photo: (photo: OutboxPhoto) => Promise<Arrived | Refusal>
  readonly now: () => Instant
  readonly chance: () => number
}

/** Something did not come through: the line when `status` is 0, else only this. */
export interface NotThrough {
  readonly status: number
}

function notThrough(trouble: unknown): NotThrough | null {
  const isKnown = typeof trouble === 'object' && trouble !== null && 'status' in trouble
  return isKnown && typeof trouble.status === 'number' ? { status: trouble.status } : null
}

/** Does the next thing and says how long to rest after it: 0 to go on at once, null when there is nothing to do. */
export async function takeStep(world: SenderWorld): Promise<number | null> {
  const step = nextStep(world.read(), world.now())
  switch (step.kind) {
    case 'nothing':
      return null
    case 'wait':
      return step.milliseconds
    case 'photo':
      await guarded(world, step.photo.id, async () => sendPhoto(world, step.photo))
      return 0
    case 'command':
      await world.write({ type: 'sending', id: step.item.id })
      await guarded(world, step.item.id, async () => sendCommand(world, step.item))
      return 0
  }
}

async function sendPhoto(world: SenderWorld, photo: OutboxPhoto): Promise<OutboxEvent> {
  const came = await world.photo(photo)
  if (!isRefusal(came)) return { type: 'photo-arrived', id: photo.id, ...came }
  return came.kind === 'too-many' ? later(world, photo.id) : { type: 'photo-refused', id: photo.id, refusal: came }
}

async function sendCommand(world: SenderWorld, { id, ...item }: OutboxItem): Promise<OutboxEvent> {
  const { answer, answeredAt } = await world.command({ id, ...item })
  if (!isRefusal(answer)) return { type: 'done', id, answer, answeredAt }
  return answer.kind === 'too-many' ? later(world, id) : { type: 'refused', id, refusal: answer, answeredAt }
}

const later = (world: SenderWorld, id: string): OutboxEvent => ({
  type: 'failed',
  id,
  at: world.now(),
  chance: world.chance(),
})

async function guarded(world: SenderWorld, id: string, work: () => Promise<OutboxEvent>): Promise<void> {
  let event: OutboxEvent
  try {
    event = await work()
  } catch (trouble) {
    const through = notThrough(trouble)
    if (through === null) throw trouble
    event = through.status === 0 ? { type: 'line-down', at: world.now(), chance: world.chance() } : later(world, id)
  }
  await world.write(event)
}
