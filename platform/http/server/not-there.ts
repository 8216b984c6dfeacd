import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../commands/common/refusals.ts'
import { refused } from './endpoints.ts'
import type { Sentences } from './refusal-answer.ts'

/**
 * Answers what no route takes, before its body is read: an address that is there but takes other methods says which (405
 * with `Allow`, RFC 9110, 15.5.6); any other is not there (404). To be called before the routes are opened.
 */
export function answerNotThere(app: FastifyInstance, sentences: Sentences): void {
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set()
    for (const one of [method].flat()) known.add(one)
    methods.set(url, known)
  })
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const taken = methods.get(request.url.split('?')[0]!)
    // A route may itself say that it is not there for this caller.
    if (!taken || taken.has(request.method)) return refused(request, reply, sentences, refuse['no-such-address']())
    const allowed = [...taken].toSorted().join(', ')
    return refused(request, reply.header('allow', allowed), sentences, refuse['wrong-method']({ allowed }))
  }
  app.setNotFoundHandler(answer)
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) answer(request, reply)
    else done()
  })
}
