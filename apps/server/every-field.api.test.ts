import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '#platform/contract/common/endpoint.ts'
import { toQueryString } from '#platform/contract/common/query-string.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { mayKnock } from '#testkit/access-table.ts'
import { badValuesFor, fieldsOf, type Schema, sample } from '#testkit/bad-input.ts'
import { KnownValues } from '#testkit/known-values.ts'
import { buildTown, type Neighbour } from '#testkit/town.ts'

const town = await buildTown()
/** They end the session that the rest needs, or lock a login; both have tests of their own. */
const apart = new Set(['identity.sign-in', 'identity.sign-out'])
const endpoints = town.program.modules
  .flatMap(module => [...module.commands, ...module.queries].map(({ endpoint }) => endpoint))
  .filter(({ name }) => !apart.has(name))
  // What takes rights and sessions away comes last.
  .toSorted((a, b) => Number(a.name.startsWith('identity.')) - Number(b.name.startsWith('identity.')))

const signedIn = new Map<string, Neighbour>()

/** Somebody who may knock, so that what is sent comes further than the door. */
async function someoneFor({ name }: Endpoint): Promise<Neighbour> {
  const listed = mayKnock[name] ?? []
  const login =
    typeof listed === 'string' || listed.includes('street-centre') ? 'street-centre' : (listed[0] ?? 'street-centre')
  const neighbour = signedIn.get(login) ?? (await town.as(login))
  signedIn.set(login, neighbour)
  return neighbour
}

const schemaOf = ({ input }: Endpoint) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema

async function send(endpoint: Endpoint, { cookie }: Neighbour, input: unknown) {
  const headers = { 'x-wangge': '1', cookie, 'idempotency-key': newId(), 'content-type': 'application/json' }
  const url = `/api/${endpoint.name}`
  return endpoint.kind === 'command'
    ? town.app.inject({ method: 'POST', url, headers, payload: JSON.stringify(input) })
    : town.app.inject({ url: `${url}?${toQueryString(input as object)}`, headers: { cookie } })
}

/** What the town shows of itself, asked twice: the first answers name the things that the second questions are about. */
async function learn(): Promise<KnownValues> {
  const known = new KnownValues()
  for (const endpoint of [...endpoints, ...endpoints].filter(({ kind }) => kind === 'query')) {
    const reply = await send(endpoint, await someoneFor(endpoint), sample(schemaOf(endpoint), known))
    if (reply.statusCode === 200 && !endpoint.answersWith) known.learn(reply.json())
  }
  return known
}

// Every field of every endpoint times what nobody should send for it: some ten thousand calls.
test('whatever is in a field: an answer, or a refusal that says what to do, never a fault', async () => {
  const known = await learn()
  const faults: string[] = []
  for (const endpoint of endpoints) {
    const who = await someoneFor(endpoint)
    for (const field of fieldsOf(schemaOf(endpoint), known)) {
      for (const bad of badValuesFor(field)) {
        const input = field.around(bad)
        if (endpoint.kind === 'query' && (typeof input !== 'object' || input === null)) continue
        const reply = await send(endpoint, who, input)
        const sent = `${endpoint.name} ${field.path}: ${JSON.stringify(bad)?.slice(0, 60)}`
        if (reply.statusCode >= 500) faults.push(sent)
        else if (reply.statusCode >= 400) {
          expect([sent, reply.json()]).toEqual([
            sent,
            expect.objectContaining({ message: expect.stringMatching(sentence) }),
          ])
        }
      }
    }
  }
  expect(faults).toEqual([])
}, 900_000)

const sentence = /[\u4e00-\u9fff].*[。）)]$/s
