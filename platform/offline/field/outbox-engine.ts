import { instantOf } from '../../kernel/common/instant.ts'
import { after, type OutboxEvent, tidied } from '../common/after.ts'
import { nextStep, type Outbox, type OutboxItem, type OutboxPhoto } from '../common/outbox.ts'
import { offlineProtocol } from '../common/protocol.ts'
import { type SenderWorld, takeStep } from '../common/sender.ts'
import { raise } from '../common/stored.ts'
import type { WaitingCommand } from './offline-module.ts'
import type { Vault, VaultChange } from './vault.ts'

/** How many sent things the outbox still shows. */
const mostDone = 20
const restAfterTrouble = 30_000

export interface EngineWorld extends Pick<SenderWorld, 'command' | 'photo' | 'chance'> {
  readonly vault: Vault
  readonly commands: readonly WaitingCommand[]
  /** Told after each event that lies on the phone. */
  readonly onEvent: (event: OutboxEvent, outbox: Outbox) => void
}

/** The outbox of this phone at work: in the vault before it is anywhere else, and sent whenever something gets through. */
export class OutboxEngine {
  readonly #world: EngineWorld
  readonly #listeners = new Set<() => void>()
  #outbox: Outbox
  #writing: Promise<unknown> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isRunning = false
  #isClosed = false

  private constructor(world: EngineWorld, outbox: Outbox) {
    this.#world = world
    this.#outbox = outbox
  }

  static async open(world: EngineWorld): Promise<OutboxEngine> {
    const { vault } = world
    const [items, photos] = await Promise.all([vault.readAll('item'), vault.readAll('photo')])
    const read: Outbox = {
      items: ([...items.values()] as OutboxItem[])
        .map(item => raisedItem(item, world.commands))
        .sort((a, b) => a.sequence - b.sequence),
      photos: [...photos.values()] as OutboxPhoto[],
      linePause: null,
    }
    const engine = new OutboxEngine(world, read)
    await engine.write({ type: 'woken', by: 'start' })
    return engine
  }

  readonly snapshot = (): Outbox => this.#outbox

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Resolves when it lies on the phone; throws when the phone is full, and then nothing has changed. */
  write(event: OutboxEvent): Promise<void> {
    const written = this.#writing.then(() => this.#write(event))
    this.#writing = written.catch(() => {})
    return written
  }

  async add(item: Extract<OutboxEvent, { type: 'added' }>['item'], photos: readonly OwnPhoto[]): Promise<void> {
    await this.write({ type: 'added', item, photos })
    this.run()
  }

  /** Everything is tried now, whatever was waited for. */
  async wake(by: 'look' | 'sign-in'): Promise<void> {
    await this.write({ type: 'woken', by })
    this.run()
  }

  run(): void {
    clearTimeout(this.#timer)
    if (this.#isRunning || this.#isClosed) return
    this.#isRunning = true
    void this.#alone(() => this.#work())
      .catch(() => restAfterTrouble)
      .then(rest => {
        this.#isRunning = false
        if (rest !== null && !this.#isClosed) this.#timer = setTimeout(() => this.run(), rest)
      })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#writing
  }

  /** One page of this phone sends at a time; another one looks again later. */
  async #alone(work: () => Promise<number | null>): Promise<number | null> {
    if (!('locks' in navigator)) return work()
    return navigator.locks.request('wangge-outbox', { ifAvailable: true }, lock => (lock ? work() : 3_000))
  }

  async #work(): Promise<number | null> {
    const { command, photo, chance } = this.#world
    const now = () => instantOf(Date.now())
    const world = { read: this.snapshot, write: (event: OutboxEvent) => this.write(event), command, photo, chance, now }
    while (!this.#isClosed) {
      const rest = await takeStep(world)
      if (rest === null || rest > 0) return rest
    }
    return null
  }

  async #write(event: OutboxEvent): Promise<void> {
    const before = this.#outbox
    const next = tidied(after(before, event), mostDone)
    const changes = difference(before, next, 'keepsBytes' in event && event.keepsBytes === true)
    try {
      if (changes.length > 0) await this.#world.vault.write(changes)
    } catch (trouble) {
      // What is new must lie on the phone; what is told of the old may be told again after a restart.
      if (event.type === 'added' || event.type === 'renewed') throw trouble
    }
    this.#outbox = next
    this.#world.onEvent(event, next)
    for (const listener of [...this.#listeners]) listener()
  }

  /** Whether something would be sent at this moment. */
  get isIdle(): boolean {
    return nextStep(this.#outbox, instantOf(Date.now())).kind === 'nothing'
  }
}

export type OwnPhoto = Extract<OutboxEvent, { type: 'added' }>['photos'][number]

/** A command made by an older app, as this one would have made it. One that cannot be brought up is left as it is. */
export function raisedItem(item: OutboxItem, commands: readonly WaitingCommand[]): OutboxItem {
  if (item.release >= offlineProtocol.now) return item
  const steps = commands.find(({ command }) => command === item.command)?.steps ?? {}
  const input = raise({ version: item.release, value: item.input }, offlineProtocol.now, steps)
  return input === undefined ? item : { ...item, input: input as object, release: offlineProtocol.now }
}

function difference(before: Outbox, next: Outbox, keepsBytes: boolean): VaultChange[] {
  const items = changed('item', before.items, next.items)
  const photos = changed('photo', before.photos, next.photos)
  const gone = photos
    .filter(({ value }) => value === null)
    .map(({ id }) => ({ kind: 'bytes', id, value: null }) as const)
  return [...items, ...photos, ...(keepsBytes ? [] : gone)]
}

function changed<T extends { readonly id: string }>(
  kind: 'item' | 'photo',
  before: readonly T[],
  next: readonly T[],
): VaultChange[] {
  const known = new Map(before.map(one => [one.id, one]))
  const stays = new Set(next.map(({ id }) => id))
  const put = next.filter(one => known.get(one.id) !== one).map(one => ({ kind, id: one.id, value: one as object }))
  const removed = before.filter(({ id }) => !stays.has(id)).map(({ id }) => ({ kind, id, value: null }))
  return [...put, ...removed]
}
