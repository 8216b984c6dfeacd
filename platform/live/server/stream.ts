import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, can, nobody } from '../../authz/common/grants.ts'
import { refuse } from '../../commands/common/refusals.ts'
import type { Doors } from '../../commands/server/define-module.ts'
import type { LiveFeed, News } from './feed.ts'

/** More missed than this, and the page does better to load afresh. */
const replayLimit = 500
const heartbeatMilliseconds = 20_000

/**
 * `GET /api/live`: server-sent events. Each says only which thing changed, and only to those who may see it; the page
 * asks for the content itself. `Last-Event-ID` picks up after a broken line; too far behind gets `reset`.
 */
export function openStream(app: FastifyInstance, doors: Doors, feed: LiveFeed): void {
  const open = new Set<Listener>()
  let isClosing = false
  // A stream ends by itself only when its page is closed: without this the program would wait for the last page to stop.
  app.addHook('preClose', async () => {
    isClosing = true
    for (const listener of open) listener.end()
  })
  app.get('/api/live', async (request, reply) => {
    const sender = await doors.who(request)
    if (sender.actor.personId === nobody.personId) return doors.refuse(request, reply, refuse['sign-in-first']())
    const listener = new Listener(request, reply, doors, feed, sender.everyPost)
    open.add(listener)
    request.raw.on('close', () => open.delete(listener))
    await listener.open()
    if (isClosing) listener.end()
    return reply
  })
}

class Listener {
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  readonly #doors: Doors
  readonly #feed: LiveFeed
  #posts: readonly Actor[]

  constructor(request: FastifyRequest, reply: FastifyReply, doors: Doors, feed: LiveFeed, posts: readonly Actor[]) {
    this.#request = request
    this.#reply = reply
    this.#doors = doors
    this.#feed = feed
    this.#posts = posts
  }

  async open(): Promise<void> {
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // Nothing comes after a stream, so its connection ends with it.
      connection: 'close',
    }
    this.#reply.hijack()
    this.#reply.raw.writeHead(200, headers)
    // At once: a page that missed nothing hears nothing more for a while, and must not take that for a broken line.
    this.#reply.raw.flushHeaders()
    const silence = this.#feed.listen(news => this.#tell(news))
    const heartbeat = setInterval(() => void this.#stayAllowed(), heartbeatMilliseconds)
    this.#request.raw.on('close', () => {
      silence()
      clearInterval(heartbeat)
    })
    // A page that cannot be told what it missed comes back by itself and asks again.
    await this.#replay().catch(() => this.#reply.raw.end())
  }

  async #replay(): Promise<void> {
    const last = this.#request.headers['last-event-id']
    if (typeof last !== 'string')
      return this.#write(`retry: 2000\nid: ${await this.#feed.newestCursor()}\ndata: {}\n\n`)
    const missed = await this.#feed.since(last, replayLimit + 1)
    if (missed.length > replayLimit) {
      return this.#write(`event: reset\nid: ${await this.#feed.newestCursor()}\ndata: {}\n\n`)
    }
    this.#tell(missed)
  }

  #tell(news: readonly News[]): void {
    const seen = news.filter(item => this.#posts.some(actor => can(actor, item.permission, item.placed)))
    for (const { cursor, subject } of seen) this.#write(`id: ${cursor}\ndata: ${JSON.stringify(subject)}\n\n`)
  }

  /** A session that ended, or a right that was taken away, ends the stream or narrows it without a new request. */
  async #stayAllowed(): Promise<void> {
    try {
      const { actor, everyPost } = await this.#doors.who(this.#request)
      this.#posts = everyPost
      if (actor.personId !== nobody.personId) return this.#write(': \n\n')
      this.#write('event: signed-out\ndata: {}\n\n')
      this.end()
    } catch {
      this.end()
    }
  }

  end(): void {
    this.#reply.raw.end()
  }

  #write(text: string): void {
    if (!this.#reply.raw.writableEnded) this.#reply.raw.write(text)
  }
}
