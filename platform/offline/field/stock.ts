import type { Client } from '../../contract/common/client.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { OfflineModule, OnPhone, StockWorld } from './offline-module.ts'
import type { Vault } from './vault.ts'

/** Not more often than so, however often the phone is looked at. */
const leastMinutes = 5

interface World {
  readonly vault: Vault
  readonly answers: KeptAnswers
  readonly client: Pick<Client, 'query' | 'command'>
  readonly modules: readonly OfflineModule[]
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
}

/** What the shift needs, fetched while there is a network. */
export class Stock {
  readonly #world: World
  readonly #listeners = new Set<() => void>()
  #me: OnPhone | null = null
  #freshAt = 0
  #isFetching = false

  constructor(world: World) {
    this.#world = world
  }

  forWhom(me: OnPhone): void {
    const isOther = this.#me?.postId !== me.postId || this.#me?.gridPath !== me.gridPath
    this.#me = me
    if (isOther) this.#freshAt = 0
    void this.freshen()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  get freshAt(): number {
    return this.#freshAt
  }

  async keptBytes(name: string): Promise<ArrayBuffer | null> {
    const bytes = await this.#world.vault.read('stock', name)
    return bytes instanceof ArrayBuffer ? bytes : null
  }

  /** Each module by itself: one that cannot be reached leaves the others what they have. */
  async freshen(): Promise<void> {
    const me = this.#me
    if (!me || this.#isFetching || Date.now() - this.#freshAt < leastMinutes * 60_000) return
    this.#isFetching = true
    const results = await Promise.allSettled(
      this.#world.modules.map(async ({ stock }) => stock?.(this.#stockWorld(me))),
    )
    this.#isFetching = false
    if (results.every(({ status }) => status === 'fulfilled')) this.#freshAt = Date.now()
    for (const listener of [...this.#listeners]) listener()
  }

  #stockWorld(me: OnPhone): StockWorld {
    const { vault, answers, client, fetch } = this.#world
    return {
      client,
      me,
      kept: answers.read,
      keep: (query, input, answer) => answers.keep(query, input, answer),
      keepOnly: (query, inputs) => answers.keepOnly(query, inputs),
      async bytes(path) {
        const response = await fetch(path, { credentials: 'same-origin' })
        return response.ok ? response.arrayBuffer() : null
      },
      keepBytes: (name, bytes) => vault.write([{ kind: 'stock', id: name, value: bytes }]),
      keptBytes: name => this.keptBytes(name),
      keptNames: () => vault.ids('stock'),
    }
  }
}
