import { type Client, createClient } from '../../contract/common/client.ts'
import { newId } from '../../kernel/ui/new-id.ts'
import type { Line } from './sending.ts'

interface LineWorld {
  readonly locale: () => string
  /** Told at each request whether the server was reached. */
  readonly heard: (reached: boolean) => void
  readonly signOut: (client: Client) => Promise<unknown>
  /** The session that was left without a line has been ended. */
  readonly onPaid: () => Promise<unknown>
}

/** How this phone speaks with the server, and nobody else. What is owed to it from before is paid first. */
export class ServerLine {
  readonly #world: LineWorld
  /** Asks once nothing is owed any more. */
  readonly client: Client
  /** For the outbox, which sends with its own headers. */
  readonly sending: Line
  /** Somebody signed out with no line: their session is ended before anything else is asked. */
  #owed: Promise<boolean> | null = null

  constructor(world: LineWorld) {
    this.#world = world
    this.client = this.#client(async () => {
      if (this.#owed) await this.#payOwed()
    })
    this.sending = { fetch: (path, init) => fetch(path, init), locale: world.locale, heard: world.heard }
  }

  owesSignOut(): void {
    this.#owed = Promise.resolve(false)
  }

  #client(first?: () => Promise<void>): Client {
    const { heard, locale } = this.#world
    return createClient({
      fetch: async (path, { signal, ...init }) => {
        await first?.()
        try {
          const isSignal = signal instanceof AbortSignal
          const response = await fetch(path, { ...init, credentials: 'same-origin', ...(isSignal ? { signal } : {}) })
          heard(true)
          return response
        } catch (trouble) {
          heard(false)
          throw trouble
        }
      },
      newId,
      locale,
    })
  }

  /** Ends the session that was left without a line; true once nothing is owed. One try at a time. */
  #payOwed(): Promise<boolean> {
    const before = this.#owed ?? Promise.resolve(true)
    this.#owed = before.then(async isPaid => {
      if (isPaid) return true
      const isLeft = await this.#world.signOut(this.#client()).then(
        () => true,
        () => false,
      )
      if (isLeft) await this.#world.onPaid()
      return isLeft
    })
    return this.#owed
  }
}
