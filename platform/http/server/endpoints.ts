import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { nobody } from '../../authz/common/grants.ts'
import { refuse } from '../../commands/common/refusals.ts'
import type { Change, Command, Origin, Query } from '../../commands/server/command.ts'
import { runCommand, runQuery } from '../../commands/server/run-command.ts'
import type { Endpoint } from '../../contract/common/endpoint.ts'
import type { PrintedFile } from '../../contract/common/printed-file.ts'
import { fromQueryString } from '../../contract/common/query-string.ts'
import { localeFrom } from '../../i18n/common/translate.ts'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'
import { newId } from '../../kernel/server/new-id.ts'
import type { Edge, Sender } from './edge.ts'
import { deviceTimeOf, objectionToOutbox } from './from-outbox.ts'
import { machineKey } from './machine-key.ts'
import type { Sentences } from './refusal-answer.ts'
import { statusOf } from './refusal-status.ts'
import { closeSession, type OpenedSession, openSession, sessionCookie } from './session-cookie.ts'

const requestId = z.uuid()

/** Opens one address per command and query of every module. */
export function openEndpoints(app: FastifyInstance, edge: Edge, sentences: Sentences): void {
  for (const { commands, queries } of edge.modules) {
    for (const command of commands) openCommand(app, edge, sentences, command)
    for (const query of queries) openQuery(app, edge, sentences, query)
  }
}

function openCommand(app: FastifyInstance, edge: Edge, sentences: Sentences, command: Command): void {
  app.post(`/api/${command.endpoint.name}`, limits(command.endpoint), async (request, reply) => {
    const forged = objectionToOrigin(request)
    if (forged) return refused(request, reply, sentences, forged)
    const id = requestId.safeParse(request.headers['idempotency-key'] ?? ownRequestId(request))
    if (!id.success) return refused(request, reply, sentences, refuse['request-id-missing']())
    const sender = await senderOf(edge, request)
    const foreign = objectionToMachine(sender, command.endpoint) ?? objectionToOutbox(request, sender)
    if (foreign) return refused(request, reply, sentences, foreign, sender)
    const call = {
      actor: sender.actor,
      now: edge.clock.now(),
      requestId: id.data,
      input: request.body ?? {},
      origin: originOf(request, sender),
      deviceAt: deviceTimeOf(request),
      committed: async (changes: readonly Change[]) => edge.memory?.changed(changes),
    }
    const answer = await runCommand(edge.db, edge.enqueue, command, call)
    edge.authenticator.after?.(command.endpoint.name)
    if (isRefusal(answer)) return refused(request, reply, sentences, answer, sender)
    return succeeded(reply, edge, answer)
  })
}

function openQuery(app: FastifyInstance, edge: Edge, sentences: Sentences, query: Query): void {
  const isText = textFields(query.endpoint.input)
  app.get(`/api/${query.endpoint.name}`, limits(query.endpoint), async (request, reply) => {
    const sender = await senderOf(edge, request)
    const foreign = objectionToMachine(sender, query.endpoint)
    if (foreign) return refused(request, reply, sentences, foreign, sender)
    const input = fromQueryString(request.query as Record<string, unknown>, isText)
    const { actor, everyPost } = sender
    const call = { actor, everyPost, now: edge.clock.now(), input, origin: originOf(request, sender) }
    const answer = await runQuery(edge.db, query, call)
    if (isRefusal(answer)) return refused(request, reply, sentences, answer, sender)
    reply.header('cache-control', 'no-store')
    return query.endpoint.answersWith
      ? sendFile(reply, query.endpoint.answersWith, answer as PrintedFile)
      : reply.send(answer)
  })
}

/** Shown in the browser's own viewer, kept under its Chinese name (RFC 6266). */
function sendFile(reply: FastifyReply, kind: string, { fileName, bytes }: PrintedFile): FastifyReply {
  return reply
    .type(kind)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(Buffer.from(bytes))
}

const limits = ({ callsAMinute, mostKilobytes }: Endpoint) => ({
  ...(callsAMinute ? { config: { rateLimit: { max: callsAMinute, timeWindow: 60_000 } } } : {}),
  ...(mostKilobytes ? { bodyLimit: mostKilobytes * 1024 } : {}),
})

export async function senderOf(edge: Edge, request: FastifyRequest): Promise<Sender> {
  const key = machineKey(request)
  if (key === null) return edge.authenticator.who(request.cookies[sessionCookie], edge.clock.now())
  const found = (await edge.machines?.who(key)) ?? refuse['sign-in-first']()
  return isRefusal(found)
    ? { actor: nobody, everyPost: [], sessionId: null, sessionOver: found, isMachine: true }
    : { actor: found, everyPost: [found], sessionId: null, sessionOver: null, isMachine: true }
}

/** A machine's events have ids of their own; the request needs none. */
function ownRequestId(request: FastifyRequest): string | undefined {
  return machineKey(request) === null ? undefined : newId()
}

/** A key opens what is meant for machines. Also what is public is for people: a stolen key is good for nothing else. */
function objectionToMachine({ isMachine, actor }: Sender, { name, forMachines }: Endpoint): Refusal | null {
  if (!isMachine || forMachines) return null
  return actor === nobody ? refuse['sign-in-first']() : refuse['not-allowed']({ permission: name })
}

function originOf(request: FastifyRequest, sender: Sender): Origin {
  return {
    sessionId: sender.sessionId,
    address: request.ip,
    device: request.headers['user-agent']?.slice(0, 200) ?? null,
  }
}

/** An answer with a `session` opens one by cookie, or with `null` ends it; the token itself never enters the body. */
function succeeded(reply: FastifyReply, edge: Edge, answer: unknown): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (typeof answer !== 'object' || answer === null || !('session' in answer)) return reply.send(answer)
  const { session, ...body } = answer
  if (session === null) closeSession(reply)
  else if (session !== undefined) openSession(reply, session as OpenedSession, edge.settings.secure)
  return reply.send(body)
}

export function refused(
  request: FastifyRequest,
  reply: FastifyReply,
  sentences: Sentences,
  refusal: Refusal,
  sender?: Sender,
): FastifyReply {
  const over = refusal.code === 'commands/sign-in-first' ? sender?.sessionOver : null
  const shown = over ?? refusal
  if (over) closeSession(reply)
  return reply
    .status(statusOf[refusal.kind])
    .header('cache-control', 'no-store')
    .send(sentences.answer(shown, localeFrom(request.headers['accept-language'])))
}

/**
 * Against forged requests from other sites: our pages send a header that a foreign page cannot send without asking
 * first, and a browser that names its origin must name ours.
 */
export function objectionToOrigin(request: FastifyRequest): Refusal | null {
  // A key is sent by no browser by itself, so no other site can make one send it.
  if (machineKey(request) !== null) return null
  const { origin } = request.headers
  if (request.headers['x-wangge'] !== '1') return refuse['wrong-origin']()
  if (origin !== undefined && hostOf(origin) !== request.headers.host) return refuse['wrong-origin']()
  return null
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** Which fields of a query are text by the contract, so that `text=123` stays text. */
function textFields(schema: z.ZodType): (key: string) => boolean {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string; anyOf?: { type?: string }[] }>
  }
  const text = new Set(
    Object.entries(json.properties ?? {})
      .filter(([, field]) => field.type === 'string' || field.anyOf?.some(option => option.type === 'string'))
      .map(([key]) => key),
  )
  return key => text.has(key)
}
