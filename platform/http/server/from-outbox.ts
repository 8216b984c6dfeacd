import type { FastifyRequest } from 'fastify'
import { refuse } from '../../commands/common/refusals.ts'
import { instantOf, type Instant } from '../../kernel/common/instant.ts'
import type { Refusal } from '../../kernel/common/refusal.ts'
import {
  deviceTimeHeader,
  isAccepted,
  offlineProtocol,
  personHeader,
  protocolHeader,
} from '../../offline/common/protocol.ts'
import type { Sender } from './edge.ts'

/**
 * Whether what comes out of a phone's outbox can be taken in: in a protocol that is still accepted, and as the person who
 * did it. A session that ran out, or another person's, is no reason to lose it: it waits until they sign in again.
 */
export function objectionToOutbox(request: FastifyRequest, { actor }: Sender): Refusal | null {
  const told = request.headers[protocolHeader]
  if (told === undefined) return null
  const protocol = Number(told)
  if (!isAccepted(protocol)) return refuse[protocol > offlineProtocol.now ? 'app-too-new' : 'app-too-old']()
  const person = request.headers[personHeader]
  return person === undefined || person === actor.personId ? null : refuse['sign-in-first']()
}

/** By the device's own clock, which may be wrong: kept beside the server's, and never in its place. */
export function deviceTimeOf(request: FastifyRequest): Instant | null {
  const told = Date.parse(String(request.headers[deviceTimeHeader] ?? ''))
  return Number.isNaN(told) ? null : instantOf(told)
}
