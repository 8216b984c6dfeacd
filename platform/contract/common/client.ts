import type { Instant } from '../../kernel/common/instant.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import type { Endpoint, InputOf, OutputOf } from './endpoint.ts'
import { toQueryString } from './query-string.ts'

/** What the client needs from its surroundings: a way to fetch and a way to make ids. */
export interface ClientWorld {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  readonly newId: () => string
  readonly locale: () => string
}

type RequestInit = {
  method: string
  headers: Record<string, string>
  body?: string
  signal?: unknown
}
type Response = { readonly status: number; json(): Promise<unknown> }

/** The server could not be reached, or answered something that is no answer. The same request may be sent again. */
export class OutOfReach extends Error {
  readonly status: number
  constructor(status: number, options?: { cause?: unknown }) {
    super(`no usable answer (${status})`, options as object)
    this.status = status
  }
}

/**
 * Whether this is what the server has decided. A gateway on the way refuses in its own words, which may be JSON as well:
 * whoever took those for an answer would think that the thing is done.
 */
export function isAnswer(status: number, body: unknown): body is object {
  if (typeof body !== 'object' || body === null || status >= 500) return false
  return status < 400 || isRefusal(body)
}

export type Answer<E extends Endpoint> = OutputOf<E> | Refusal

/**
 * The typed client. Contracts are imported as types only, so that zod stays out of the phone's and the portal's script:
 * `client.query<typeof contract.listCases>('cases.list', { limit: 50 })`.
 */
export function createClient(world: ClientWorld) {
  async function send(path: string, init: RequestInit): Promise<unknown> {
    let response: Response
    try {
      response = await world.fetch(path, init)
    } catch (cause) {
      throw new OutOfReach(0, { cause })
    }
    const body = await response.json().catch(() => null)
    if (!isAnswer(response.status, body)) throw new OutOfReach(response.status)
    return body
  }
  const headers = () => ({ 'accept-language': world.locale(), 'x-wangge': '1' })

  return {
    query<E extends Endpoint<string, 'query'>>(
      name: E['name'],
      input: InputOf<E>,
      options: { signal?: unknown } = {},
    ): Promise<Answer<E>> {
      const query = toQueryString(input as object)
      const init = { method: 'GET', headers: headers(), ...(options.signal ? { signal: options.signal } : {}) }
      return send(`/api/${name}${query ? `?${query}` : ''}`, init) as Promise<Answer<E>>
    },
    /** `requestId` lets a repeat be the same request: keep it with the draft and send it again after a broken line. */
    command<E extends Endpoint<string, 'command'>>(
      name: E['name'],
      input: InputOf<E>,
      options: { requestId?: string; madeAt?: Instant } = {},
    ): Promise<Answer<E>> {
      const own = { 'content-type': 'application/json', 'idempotency-key': options.requestId ?? world.newId() }
      return send(`/api/${name}`, {
        method: 'POST',
        headers: { ...headers(), ...own },
        body: JSON.stringify(input),
      }) as Promise<Answer<E>>
    },
  }
}

export type Client = ReturnType<typeof createClient>
