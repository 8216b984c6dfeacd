import { Agent, request, type RequestOptions } from 'node:http'
import { createClient } from '#platform/contract/common/client.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { demoPassword } from '#town/people/personas.ts'

/** A persona of the demo over real HTTP, as fast as Node's own client goes. */
export async function signIn(address: string, login: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const { hostname, port } = new URL(address)
  let cookie = ''
  const client = createClient({
    newId,
    locale: () => 'en',
    fetch: async (path, { method, headers, body }) => {
      const answer = await send({ agent, hostname, port, path, method, headers: { ...headers, cookie } }, body)
      cookie = answer.cookie ?? cookie
      return { status: answer.status, json: async () => JSON.parse(answer.body) as unknown }
    },
  })
  const answer = await client.command('identity.sign-in', { login, password: demoPassword })
  if (isRefusal(answer)) throw new Error(`${login} cannot sign in: ${answer.code}`)
  return client
}

interface Answered {
  readonly status: number
  readonly body: string
  readonly cookie: string | undefined
}

function send(options: RequestOptions, body: string | undefined) {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request(options, reply => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', chunk => {
        text += String(chunk)
      })
      reply.on('end', () => {
        const set = reply.headers['set-cookie']?.find(line => line.startsWith('wangge_session='))
        resolve({ status: reply.statusCode ?? 0, body: text, cookie: set?.split(';')[0] })
      })
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The answer of a call that must succeed. */
export function must<A>(answer: A): Exclude<A, { refused: true }> {
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`)
  return answer as Exclude<A, { refused: true }>
}
