import pg from 'pg'
import { newId } from '#platform/kernel/server/new-id.ts'

const channel = 'identity_rights'
const againMilliseconds = 1000

/** `session`: who holds which session, and what with. `staff`: people, posts, units and roles, and so every session too. */
export type IdentityChange = 'session' | 'staff'

/**
 * What the database tells every process, in the moment of the commit, about sessions and staff. While it is not heard
 * nobody may remember anything, and whatever was remembered counts as changed.
 */
export class IdentityNews {
  readonly #url: string
  readonly #listeners = new Set<(change: IdentityChange) => void>()
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
  #hears = false
  #isStopped = false

  constructor(url: string) {
    this.#url = url
  }

  get hears(): boolean {
    return this.#hears
  }

  async start(): Promise<void> {
    await this.#listen()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#retry)
    await this.#client?.end()
  }

  listen(listener: (change: IdentityChange) => void): void {
    this.#listeners.add(listener)
  }

  /** For whoever has just changed something here and need not wait to hear of it. */
  tell(change: IdentityChange): void {
    for (const listener of this.#listeners) listener(change)
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'wangge-rights', keepAlive: true })
    this.#client = client
    const echo = newId()
    client.on('error', () => {})
    client.on('end', () => this.#lost())
    client.on('notification', ({ payload }) => {
      this.tell(payload === '' ? 'session' : 'staff')
      // Only what comes back shows that news come through: a pooler takes the question and never tells.
      if (payload === echo) this.#hears = true
    })
    await client.connect()
    await client.query(`listen ${channel}`)
    await client.query('select pg_notify($1, $2)', [channel, echo])
  }

  #lost(): void {
    this.#hears = false
    this.tell('staff')
    if (this.#isStopped) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#listen().catch(() => this.#lost()), againMilliseconds)
    this.#retry.unref()
  }
}
