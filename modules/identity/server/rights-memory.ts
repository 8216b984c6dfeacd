import type { Sender } from '#platform/http/server/edge.ts'
import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { IdentityNews } from './identity-news.ts'
import { ShortMemory } from './short-memory.ts'

/** Remembers for seconds who holds a session. Ends a session or change somebody's rights, and it is asked anew. */
export class RightsMemory {
  readonly #news: IdentityNews
  readonly #senders: ShortMemory<Sender>

  constructor(news: IdentityNews) {
    this.#news = news
    this.#senders = new ShortMemory(news, 'sessions')
  }

  async recall(token: string, now: Instant, ask: () => Promise<Sender>): Promise<Sender> {
    const at = millisecondsOf(now)
    const known = this.#senders.get(token, at)
    if (known) return known
    const keep = this.#senders.keeper(at)
    const sender = await ask()
    if (sender.sessionId !== null) keep(token, sender)
    return sender
  }

  /** After a command of this module: it may have changed anything here. */
  forget(): void {
    this.#news.tell('staff')
  }
}
