import pg from 'pg'
import type { Sender } from '#platform/http/server/edge.ts'
import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'

const channel = 'identity_rights'

/** How long an answer holds when nothing is heard: what a connection that died unnoticed can cost. */
const longestMilliseconds = 5000
const mostSenders = 10_000
const againMilliseconds = 1000

/**
 * Remembers for seconds who holds a session. The database tells every process when a session ends or somebody's rights
 * change; then all is asked anew. While the process does not hear the database, nothing is remembered.
 */
export class RightsMemory {
  readonly #url: string
  readonly #senders = new Map<string, { readonly sender: Sender; readonly at: number }>()
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
  #hears = false
  #isStopped = false
  #changes = 0

  constructor(url: string) {
    this.#url = url
  }

  async start(): Promise<void> {
    await this.#listen()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#retry)
    await this.#client?.end()
  }

  async recall(token: string, now: Instant, ask: () => Promise<Sender>): Promise<Sender> {
    const at = millisecondsOf(now)
    const known = this.#senders.get(token)
    if (known && at >= known.at && at - known.at < longestMilliseconds) return known.sender
    const changes = this.#changes
    const sender = await ask()
    // What changed while we asked may not be in the answer.
    if (this.#hears && changes === this.#changes && sender.sessionId !== null) this.#keep(token, { sender, at })
    return sender
  }

  forget(): void {
    this.#changes++
    this.#senders.clear()
  }

  #keep(token: string, known: { sender: Sender; at: number }): void {
    if (this.#senders.size >= mostSenders) this.#senders.clear()
    this.#senders.set(token, known)
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'wangge-rights', keepAlive: true })
    this.#client = client
    const echo = newId()
    client.on('error', () => {})
    client.on('end', () => this.#lost())
    client.on('notification', ({ payload }) => {
      this.forget()
      // Only what comes back shows that news come through: a pooler takes the question and never tells.
      if (payload === echo) this.#hears = true
    })
    await client.connect()
    await client.query(`listen ${channel}`)
    await client.query('select pg_notify($1, $2)', [channel, echo])
  }

  #lost(): void {
    this.#hears = false
    this.forget()
    if (this.#isStopped) return
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#listen().catch(() => this.#lost()), againMilliseconds)
    this.#retry.unref()
  }
}
