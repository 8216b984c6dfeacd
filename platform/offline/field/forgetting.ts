import type { Client } from '../../contract/common/client.ts'
import { isRefusal } from '../../kernel/common/refusal.ts'
import type { KeyDoor } from './key-door.ts'
import type { PhoneFacts, SealedStore } from './sealed-store.ts'

/** Locked things of somebody who did not come back are removed after so long. */
const lockedDays = 30

interface ForgettingWorld {
  readonly store: SealedStore | null
  readonly keyDoor: KeyDoor
  readonly client: () => Client
  /** Whose things can be read here now and last longer than the page. */
  readonly whoIsHere: () => string | null
  /** Puts away what can be read; the pages hear of it. */
  readonly putAway: () => Promise<void>
}

/**
 * Whether this phone has to forget somebody, and doing it. The server says that a session was ended once, to whichever
 * request comes first, and takes the cookie back with it; that answer may be lost, or belong to something else than this
 * page. So a phone without a session asks with its own token, until it has heard.
 */
export class Forgetting {
  readonly #world: ForgettingWorld
  /** Here without a session, and not yet heard whether that means to forget everything. */
  #isOpen = false
  #asking: Promise<void> = Promise.resolve()

  constructor(world: ForgettingWorld) {
    this.#world = world
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** The session of whoever is here ran out, as far as this phone was told. */
  askForWhoeverIsHere(): void {
    this.#isOpen = true
    void this.ask()
  }

  /** Noted before anything is put away: the app may be closed in the middle, and the next start goes on from here. */
  async note(personId: string): Promise<void> {
    await this.#world.store?.changeFacts(facts => ({
      ...facts,
      toAskFor: [...new Set([...facts.toAskFor, personId])],
    }))
  }

  /** Asked for whoever's session was ended, and for whoever is here without one. */
  ask(): Promise<void> {
    const asked = this.#asking.then(() => this.#askEach())
    this.#asking = asked.catch(() => {})
    return asked
  }

  async #askEach(): Promise<void> {
    const { store, whoIsHere, putAway } = this.#world
    const facts = await store?.facts()
    if (!facts) return
    const here = this.#isOpen ? whoIsHere() : null
    for (const personId of new Set([...facts.toAskFor, ...(here ? [here] : [])])) {
      const order = await this.#orderFor(facts, personId)
      if (order === 'unheard') continue
      if (personId === here) this.#isOpen = false
      if (order === 'wipe') {
        await this.note(personId)
        if (personId === whoIsHere()) await putAway()
        if (!(await this.wipe(personId))) continue
      }
      await store?.changeFacts(known => ({ ...known, toAskFor: known.toAskFor.filter(one => one !== personId) }))
    }
  }

  async #orderFor({ deviceId, tokens }: PhoneFacts, personId: string): Promise<'keep' | 'wipe' | 'unheard'> {
    const token = tokens[personId]
    if (!token) return 'keep'
    try {
      const who = { deviceId, personId, token, wiped: false }
      const told = await this.#world.keyDoor.contact(this.#world.client(), who)
      return isRefusal(told) ? 'keep' : told.order
    } catch {
      return 'unheard'
    }
  }

  /** Everything of this person goes; true once the server has heard that it did. */
  async wipe(personId: string): Promise<boolean> {
    const { store, keyDoor, client } = this.#world
    const facts = await store?.facts()
    await store?.remove(personId)
    const token = facts?.tokens[personId]
    if (!facts || !token) return true
    return keyDoor.contact(client(), { deviceId: facts.deviceId, personId, token, wiped: true }).then(
      () => true,
      () => false,
    )
  }

  async removeForgotten(): Promise<void> {
    const { store } = this.#world
    const facts = await store?.facts()
    for (const [personId, seenAt] of Object.entries(facts?.seenAt ?? {})) {
      if (Date.now() - seenAt > lockedDays * 86_400_000) await store?.remove(personId)
    }
  }
}
