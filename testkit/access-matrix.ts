import type { Command, Query } from '#platform/commands/server/command.ts'
import { toQueryString } from '#platform/contract/common/query-string.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { Neighbour, Town } from './town.ts'

/**
 * What the door says to somebody who knocks with an empty hand: `in` (whatever is said inside), `sign-in`, or `no`.
 * Inputs are empty on purpose: who may knock is decided before what is asked.
 */
export type Knock = 'in' | 'sign-in' | 'no'

export async function knock(town: Town, who: Neighbour, { endpoint }: Command | Query): Promise<Knock> {
  const common = { 'x-wangge': '1', ...(who.cookie ? { cookie: who.cookie } : {}) }
  const reply = await (endpoint.kind === 'query'
    ? town.app.inject({ method: 'GET', url: `/api/${endpoint.name}?${toQueryString({})}`, headers: common })
    : town.app.inject({
        method: 'POST',
        url: `/api/${endpoint.name}`,
        headers: { ...common, 'idempotency-key': newId(), 'content-type': 'application/json' },
        payload: {},
      }))
  if (reply.statusCode >= 500) throw new Error(`${endpoint.name} broke for ${who.login}: ${reply.body}`)
  // Only a file has no code: whoever gets one was let in.
  const isJson = String(reply.headers['content-type']).includes('json')
  const code: unknown = isJson ? reply.json<{ code?: string }>().code : undefined
  if (code === 'commands/sign-in-first') return 'sign-in'
  return code === 'commands/not-allowed' ? 'no' : 'in'
}
